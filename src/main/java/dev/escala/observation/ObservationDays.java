package dev.escala.observation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.escala.calendar.Calendars;
import dev.escala.clock.UnmeasurableException;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Target;
import dev.escala.matter.Matter;

import org.springframework.stereotype.Component;

/** Counts working days in the calendar that holds for a matter. */
@Component
class ObservationDays {

	private final Calendars calendars;

	private final Clock clock;

	ObservationDays(Calendars calendars, Clock clock) {
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * The moment at which so many whole working days have passed from now on. A calendar
	 * that never opens again keeps nothing from being closed: then every day counts.
	 */
	Instant after(Matter matter, int days) {
		Instant now = now();
		try {
			return Countdown.end(this.calendars.effective(matter.groupId(), matter.customerId()), now,
					Target.workingDays(days));
		}
		catch (UnmeasurableException ex) {
			return now.plus(days, ChronoUnit.DAYS);
		}
	}

	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
