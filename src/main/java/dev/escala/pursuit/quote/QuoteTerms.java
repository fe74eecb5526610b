package dev.escala.pursuit.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
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
 * The table {@code quoteTerms}: which discount is asked about first, and when whoever got
 * a quote is asked what they think of it (002-13).
 */
@Component
class QuoteTerms {

	private final Decisions decisions;

	private final Calendars calendars;

	QuoteTerms(Decisions decisions, Calendars calendars) {
		this.decisions = decisions;
		this.calendars = calendars;
	}

	/** Whether nobody may offer that discount without a decision; kept with the case. */
	boolean isBeyond(Pursuit pursuit, BigDecimal discount) {
		return this.decisions.decide(pursuit.number(), "quoteTerms", inputs(discount)).flag("beyond");
	}

	/**
	 * When they are asked about a quote.
	 * @param from when it left, or when they were asked last
	 */
	Instant followUp(Pursuit pursuit, BigDecimal discount, Instant from) {
		Decision terms = this.decisions.decide(null, "quoteTerms", inputs(discount));
		Target wait = new Target(terms.text("within"), Counting.named(terms.text("counting")).orElse(null), 50, false);
		return Countdown.end(calendar(pursuit), from.truncatedTo(ChronoUnit.MILLIS), wait);
	}

	/** The day on which a moment falls where the opportunity is worked. */
	LocalDate day(Pursuit pursuit, Instant now) {
		return now.atZone(calendar(pursuit).zone()).toLocalDate();
	}

	private WorkingCalendar calendar(Pursuit pursuit) {
		return this.calendars.effective(pursuit.groupId(), null);
	}

	/** A part of a percent counts as a whole one. */
	private static Map<String, Object> inputs(BigDecimal discount) {
		return Map.of("discount", discount.setScale(0, RoundingMode.CEILING).intValueExact());
	}

}
