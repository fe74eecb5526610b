package dev.escala.clock.task;

import java.time.Instant;
import java.util.Optional;

import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/** What tasks with a date ask of the clocks. */
@Component
public class TaskClocks {

	private final ServiceLevels serviceLevels;

	private final MatterClocks clocks;

	TaskClocks(ServiceLevels serviceLevels, MatterClocks clocks) {
		this.serviceLevels = serviceLevels;
		this.clocks = clocks;
	}

	/** The clock, while somebody should still meet it. */
	Optional<Deadline> open(CaseNumber number, ServiceClock clock) {
		return this.serviceLevels.find(number, clock).filter(Deadline::isOpen);
	}

	void setDue(CaseNumber number, ServiceClock clock, Instant due, UserId by) {
		this.clocks.setDue(number, clock, due, by);
	}

}
