package dev.escala.engine;

import java.util.Map;

import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Jobs in the order in which they are due")
class DueDateIndexTests {

	@Autowired
	private DueDateIndex index;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private ManagementService management;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("A second start leaves the index as it is")
	void keepsTheIndex() {
		long before = oid();

		this.index.afterSingletonsInstantiated();

		assertThat(oid()).isEqualTo(before);
	}

	@Test
	@DisplayName("A job that an earlier version stored without a due date is due after the start")
	void givesDueDates() {
		CaseDriver people = new CaseDriver(this.engine);
		people.staff();
		CaseNumber number = people.report("agente", Forms.report("Clínica sin alta"));
		Job job = this.management.createJobQuery().processInstanceId(people.instances(number).get(0)).list().get(0);
		this.jdbc.sql("UPDATE ACT_RU_JOB SET DUEDATE_ = NULL WHERE ID_ = ?").param(job.getId()).update();

		this.index.afterSingletonsInstantiated();

		assertThat(this.management.createJobQuery().jobId(job.getId()).singleResult().getDuedate())
			.isBeforeOrEqualTo(java.util.Date.from(CaseDriver.now()));
	}

	@Test
	@DisplayName("The database ends by itself what a node leaves behind")
	void sessionsEnd() {
		Map<String, Object> session = this.jdbc
			.sql("SELECT current_setting('lock_timeout') AS waits, "
					+ "current_setting('idle_in_transaction_session_timeout') AS idles, "
					+ "current_setting('application_name') AS name")
			.query()
			.singleRow();

		assertThat(session).containsEntry("waits", "20s").containsEntry("idles", "30s").containsEntry("name", "escala");
	}

	private long oid() {
		return this.jdbc.sql("SELECT to_regclass(?)::oid").param(DueDateIndex.NAME).query(Long.class).single();
	}

}
