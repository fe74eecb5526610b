package dev.escala.escalation.web;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.access.Role;
import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.Logged;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("What Tasklist shows beside the tasks of a list, and after one that is done")
class TaskListTests {

	private static final String WRITER = "lines-writer";

	private static final String READING = "userTask_readMessage";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseApi api;

	private ApiClient writer;

	@BeforeEach
	void givenPeople() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
		this.writer = ApiClient.of(this.port, this.engine.getIdentityService(), WRITER, "technology");
		this.api.people.person(WRITER, Role.MANAGERS);
	}

	@Test
	@DisplayName("However many tasks a page has, the notes that tell what came back are read once")
	void notesAtOnce() {
		CaseNumber returned = working();
		this.api.people.complete(returned, WRITER, "userTask_executePlan", Forms.exception("Saltarse el corte."));
		this.api.people.complete(returned, "gerente", "userTask_decideException",
				Map.of("exceptionDecision", "refused", "exceptionReason", "No procede."));
		List<String> tasks = List.of(plan(returned), plan(working()), plan(working()));
		Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
		JsonNode lines;
		try (Logged said = Logged.by(JdbcTemplate.class)) {
			statements.setLevel(Level.DEBUG);
			lines = this.writer.get("/api/tasks/lines?ids=" + String.join(",", tasks)).json();
			assertThat(said.lines()).filteredOn((line) -> line.contains("FROM case_note")).hasSize(1);
		}
		finally {
			statements.setLevel(null);
		}

		assertThat(lines).hasSize(3);
		assertThat(lines.findValuesAsText("reason")).containsExactly("No se concede. No procede.");
	}

	@Test
	@DisplayName("Nobody is led to a letter that they wrote themselves, nor told that they may take it")
	void notToOnesOwnLetter() {
		CaseNumber number = this.api.report();
		this.api.people.complete(number, WRITER, "userTask_takeOver", Forms.takeOver());
		this.api.people.run(number, "serviceTask_announceEscalation");
		String plan = this.api.people.task(number, "userTask_preparePlan").getId();
		this.api.people.complete(number, WRITER, "userTask_preparePlan",
				Forms.with(Forms.plan(), "customerMessage", "El reembolso sale mañana."));
		String reading = this.api.people.task(number, READING).getId();
		assertThatThrownBy(() -> this.api.people.complete(number, WRITER, READING, Map.of()))
			.hasMessageContaining("Usted escribió este mensaje");

		assertThat(this.writer.get("/api/tasks/next?after=" + plan).text()).doesNotContain(reading);
		assertThat(this.writer.get("/api/tasks/lines?ids=" + reading).json().path(0).path("takeable").asBoolean())
			.isFalse();
		assertThat(this.api.manager.get("/api/tasks/lines?ids=" + reading).json().path(0).path("takeable").asBoolean())
			.isTrue();
	}

	private CaseNumber working() {
		CaseNumber number = this.api.report("impact", "LOW", "urgency", "LOW");
		this.api.people.complete(number, WRITER, "userTask_takeOver", Forms.takeOver());
		this.api.people.run(number, "serviceTask_announceEscalation");
		this.api.people.complete(number, WRITER, "userTask_preparePlan", Forms.plan());
		this.api.people.run(number, "serviceTask_sendMessage");
		return number;
	}

	private String plan(CaseNumber number) {
		return this.api.people.task(number, "userTask_executePlan").getId();
	}

}
