package dev.escala.escalation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;

import org.springframework.stereotype.Component;

/**
 * Lets time pass in a case: from one job to the next, each at its moment, as on an idle
 * node. What stands still in a pause does not run.
 */
@Component
class StoryTime {

	private final ProcessEngine engine;

	private final CaseDriver people;

	StoryTime(ProcessEngine engine) {
		this.engine = engine;
		this.people = new CaseDriver(engine);
	}

	void passUntil(CaseNumber number, Instant moment) {
		for (Optional<Job> next = next(number, moment); next.isPresent(); next = next(number, moment)) {
			Instant due = next.get().getDuedate().toInstant();
			if (due.isAfter(CaseDriver.now())) {
				CaseDriver.travelTo(due);
			}
			this.people.execute(next.get());
		}
		CaseDriver.travelTo(moment);
	}

	/** Runs what is due at this moment. */
	void settle(CaseNumber number) {
		passUntil(number, CaseDriver.now());
	}

	private Optional<Job> next(CaseNumber number, Instant until) {
		return this.people.instances(number)
			.stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance)
				.active()
				.list()
				.stream())
			.filter((job) -> !job.getDuedate().toInstant().isAfter(until))
			.min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId));
	}

}
