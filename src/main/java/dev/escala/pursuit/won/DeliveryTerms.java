package dev.escala.pursuit.won;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.pursuit.Pursuit;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * The table {@code deliveryStart}: who delivers what was sold, and by when (002-15).
 */
@Component
class DeliveryTerms {

	private final Decisions decisions;

	private final Calendars calendars;

	DeliveryTerms(Decisions decisions, Calendars calendars) {
		this.decisions = decisions;
		this.calendars = calendars;
	}

	/** What the table says; kept with the case. */
	Decision begin(Pursuit pursuit) {
		return this.decisions.decide(pursuit.number(), "deliveryStart", inputs(pursuit));
	}

	/** The group that delivers. */
	String group(Pursuit pursuit) {
		return look(pursuit).text("group");
	}

	/** By when it is delivered, counted from the sale. */
	Instant deliverBy(Pursuit pursuit) {
		return end(pursuit, pursuit.endedAt(), look(pursuit).text("deliverWithin"));
	}

	/** The time zone in which the opportunity was worked. */
	ZoneId zone(Pursuit pursuit) {
		return calendar(pursuit).zone();
	}

	private Decision look(Pursuit pursuit) {
		return this.decisions.decide(null, "deliveryStart", inputs(pursuit));
	}

	private Instant end(Pursuit pursuit, Instant from, String term) {
		Counting counting = Counting.named(look(pursuit).text("counting")).orElse(null);
		return Countdown.end(calendar(pursuit), from.truncatedTo(ChronoUnit.MILLIS),
				new Target(term, counting, 50, false));
	}

	private WorkingCalendar calendar(Pursuit pursuit) {
		return this.calendars.effective(pursuit.groupId(), null);
	}

	/** A part of a unit counts as a whole one; without an amount it is nothing. */
	private static Map<String, Object> inputs(Pursuit pursuit) {
		BigDecimal amount = (pursuit.deal().amount() == null) ? BigDecimal.ZERO : pursuit.deal().amount();
		return Map.of("amount",
				amount.setScale(0, RoundingMode.CEILING).min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact());
	}

}
