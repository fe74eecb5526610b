package dev.escala.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.retention.value.AtStake;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * The table {@code retentionTerms}: who calls a customer who seems to be leaving, by
 * when, and how long their next purchase is awaited (004-33).
 */
@Component
class RetentionTerms {

	private static final int CENTS = 100;

	private final Decisions decisions;

	private final Calendars calendars;

	RetentionTerms(Decisions decisions, Calendars calendars) {
		this.decisions = decisions;
		this.calendars = calendars;
	}

	/** What the table says; kept with the case. */
	Decision begin(CaseNumber number, Tier tier, AtStake atStake) {
		return this.decisions.decide(number, "retentionTerms", inputs(tier, atStake));
	}

	/** The same, for somebody who only looks. */
	Decision look(Tier tier, AtStake atStake) {
		return this.decisions.consider("retentionTerms", inputs(tier, atStake));
	}

	/** By when the next step is done. */
	Instant due(Decision terms, Instant from) {
		Counting counting = Counting.named(terms.text("counting")).orElse(null);
		return end(terms.text("group"), from, new Target(terms.text("callWithin"), counting, 50, false));
	}

	/** Until when the next purchase is awaited. */
	Instant watchUntil(Decision terms, Instant from) {
		return end(terms.text("group"), from, new Target(terms.text("watchFor"), Counting.CALENDAR_DAYS, 50, false));
	}

	/** Nine in the morning of that day, where the group works. */
	Instant morning(String groupId, LocalDate day) {
		return day.atTime(9, 0).atZone(zone(groupId)).toInstant();
	}

	/** The time zone of the group. */
	ZoneId zone(String groupId) {
		return calendar(groupId).zone();
	}

	private Instant end(String group, Instant from, Target target) {
		return Countdown.end(calendar(group), from.truncatedTo(ChronoUnit.MILLIS), target);
	}

	private WorkingCalendar calendar(String groupId) {
		return this.calendars.effective(groupId, null);
	}

	/** A part of a unit counts as a whole one; without a purchase it is nothing. */
	private static Map<String, Object> inputs(Tier tier, AtStake atStake) {
		long cents = atStake.isKnown() ? atStake.cents() : 0;
		return Map.of("tier", tier, "atStake", (int) Math.min(Integer.MAX_VALUE, (cents + CENTS - 1) / CENTS));
	}

}
