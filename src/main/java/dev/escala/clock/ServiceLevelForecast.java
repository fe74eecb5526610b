package dev.escala.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.customer.Tier;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Service;

/** Says what a clock would be, by the table as it is now. Writes nothing. */
@Service
public class ServiceLevelForecast {

	private final AgreedLevels levels;

	ServiceLevelForecast(AgreedLevels levels) {
		this.levels = levels;
	}

	/**
	 * The clock of a case that does not exist.
	 * @param start when it would begin
	 * @param pauses for how long the case would wait; each of them has an end
	 * @throws UnmeasurableException where the table or the calendar gives no date
	 */
	public Deadline clock(ServiceClock which, Severity severity, Tier tier, Instant start, WorkingCalendar calendar,
			List<Pause> pauses) {
		return Deadline.start(new CaseNumber(""), this.levels.look(null, which, severity, tier), 1,
				start.truncatedTo(ChronoUnit.MICROS), calendar, pauses);
	}

}
