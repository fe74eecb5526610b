package dev.escala.engine;

import java.time.Clock;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
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

	private final JdbcClient jdbc;

	private final ManagementService management;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DueDateIndex(ProcessEngine engine, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.management = engine.getManagementService();
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
			// CREATE INDEX IF NOT EXISTS would hold up every job for as long as another
			// node works on one, only to find that there is nothing to do.
			if (isMissing()) {
				this.jdbc
					.sql("CREATE INDEX " + NAME + " ON ACT_RU_JOB (DUEDATE_) WHERE RETRIES_ > 0 "
							+ "AND SUSPENSION_STATE_ = 1")
					.update();
			}
			giveDueDates();
		});
	}

	private boolean isMissing() {
		return this.jdbc.sql("SELECT to_regclass(?) IS NULL").param(NAME).query(Boolean.class).single();
	}

	private void giveDueDates() {
		List<String> jobs = this.jdbc.sql("SELECT ID_ FROM ACT_RU_JOB WHERE DUEDATE_ IS NULL")
			.query(String.class)
			.list();
		if (!jobs.isEmpty()) {
			log.info("{} jobs of an earlier version are due now.", jobs.size());
		}
		jobs.forEach((job) -> this.management.setJobDuedate(job, java.util.Date.from(this.clock.instant())));
	}

}
