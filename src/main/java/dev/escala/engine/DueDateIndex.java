package dev.escala.engine;

import java.time.Clock;
import java.util.List;

import dev.escala.database.Turns;
import dev.escala.engine.persistence.JobDueRepository;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The index that acquisition by due date asks for and the engine does not create, and a
 * due date for each job that was stored before jobs had to have one: the engine no longer
 * looks for jobs without. Not a migration, because the engine creates its tables after
 * ours.
 */
@Component
class DueDateIndex implements SmartInitializingSingleton {

	static final String NAME = "escala_job_due";

	private static final Logger log = LoggerFactory.getLogger(DueDateIndex.class);

	private static final long LOCK = 0x45534341_1001L;

	private final JobDueRepository jobs;

	private final Turns turns;

	private final ManagementService management;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DueDateIndex(ProcessEngine engine, JobDueRepository jobs, Turns turns, PlatformTransactionManager transactions,
			Clock clock) {
		this.management = engine.getManagementService();
		this.jobs = jobs;
		this.turns = turns;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			this.turns.take(LOCK);
			this.jobs.createIndex(NAME);
			giveDueDates();
		});
	}

	private void giveDueDates() {
		List<String> jobs = this.jobs.withoutDueDate();
		if (!jobs.isEmpty()) {
			log.info("{} jobs of an earlier version are due now.", jobs.size());
		}
		jobs.forEach((job) -> this.management.setJobDuedate(job, java.util.Date.from(this.clock.instant())));
	}

}
