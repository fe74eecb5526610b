package dev.escala.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.customer.Tier;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Service;

/** Says what a clock would be, by the table as it is now. Writes nothing. */
@Service
public class ServiceLevelForecast {

	private final AgreedLevels levels;

	private final ServiceLevels serviceLevels;

	private final Matters matters;

	private final Clock clock;

	ServiceLevelForecast(AgreedLevels levels, ServiceLevels serviceLevels, Matters matters, Clock clock) {
		this.levels = levels;
		this.serviceLevels = serviceLevels;
		this.matters = matters;
		this.clock = clock;
	}

	/**
	 * When a clock of a case would be due if it began now.
	 * @throws UnmeasurableException where the table or the calendar gives no date
	 */
	public Instant dueAt(CaseNumber number, ServiceClock which) {
		Matter matter = this.matters.get(number);
		Tier tier = this.matters.tier(matter);
		return clock(which, matter.severity(), tier, this.clock.instant(),
				this.serviceLevels.calendar(Subject.of(matter, tier)), List.of())
			.dueAt();
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
