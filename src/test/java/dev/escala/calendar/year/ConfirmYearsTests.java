package dev.escala.calendar.year;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("From October somebody compares the next year's holidays with the official calendar")
class ConfirmYearsTests {

	private static final String SEVILLA = """
			{"code": "sevilla", "name": "Equipo de Sevilla", "zone": "Europe/Madrid",
			 "hours": {"monday": ["09:00-14:00"], "tuesday": ["09:00-14:00"], "wednesday": ["09:00-14:00"]},
			 "country": "es", "region": "an"}""";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private ConfirmYears years;

	@Autowired
	private JdbcClient jdbc;

	private CaseDriver people;

	private ApiClient supervisor;

	@BeforeEach
	void office() {
		forget();
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "year-supervisor", "supervisors");
		assertThat(this.supervisor.post("/api/calendars", SEVILLA).status()).isEqualTo(201);
		assertThat(this.supervisor.put("/api/calendars/sevilla/teams/technology", "").status()).isEqualTo(204);
	}

	@AfterEach
	void forget() {
		ClockUtil.reset();
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("calendarYear")
			.list()
			.forEach((asked) -> this.engine.getRuntimeService().deleteProcessInstance(asked.getId(), "over"));
		this.jdbc.sql("DELETE FROM calendar_team").update();
		this.jdbc.sql("DELETE FROM calendar_year").update();
		this.jdbc.sql("DELETE FROM calendar WHERE code = 'sevilla'").update();
	}

	@Test
	@DisplayName("Supervisors get one task for each calendar in use, however often and from wherever it is asked")
	void once() throws Exception {
		at("2026-09-30T21:30:00Z");
		this.years.ask();
		assertThat(tasks("sevilla")).as("23:30 of the last day of September").isEmpty();

		at("2026-09-30T22:30:00Z");
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			List<Future<Integer>> asked = nodes
				.invokeAll(Stream.generate(() -> (Callable<Integer>) this.years::ask).limit(8).toList());
			int all = 0;
			for (Future<Integer> one : asked) {
				all += one.get();
			}
			assertThat(all).isEqualTo(tasks("sevilla").size() + tasks("organizacion").size());
		}
		finally {
			nodes.shutdownNow();
		}
		assertThat(tasks("organizacion")).hasSize(1);
		assertThat(tasks("sevilla")).singleElement().satisfies((task) -> {
			assertThat(task.getName()).isEqualTo("Confirmar los festivos");
			assertThat(task.getAssignee()).isNull();
			assertThat(this.engine.getTaskService().getIdentityLinksForTask(task.getId()))
				.extracting((link) -> link.getGroupId())
				.containsExactly("supervisors");
			assertThat(task.getDueDate().toInstant()).isAfter(Instant.parse("2026-10-20T00:00:00Z"));
			assertThat(shown(task, "yearTitle")).contains("«Equipo de Sevilla» (sevilla), año 2027", "sin confirmar");
			assertThat(shown(task, "yearHolidays")).contains("- miércoles 6 de enero: Epifanía del Señor");
		});
		assertThat(this.years.ask()).isZero();

		at("2026-12-20T09:00:00Z");
		assertThat(this.years.ask()).isZero();
	}

	@Test
	@DisplayName("Completing it confirms the year and closes the days of the town, or says which line is wrong")
	void confirms() {
		at("2026-10-05T08:00:00Z");
		this.years.ask();
		Task task = tasks("sevilla").get(0);
		assertThat(day("2027-04-14").path("unconfirmed").asBoolean()).isTrue();

		for (String wrong : List.of("31/02/2027 Nunca", "14/04/2028 Feria", "14/04/2027",
				"14/04/2027 A\n14/04/2027 B")) {
			assertThatThrownBy(
					() -> this.people.complete(task, "supervisor", Map.of("localDays", wrong, "yearBasis", "BOJA")))
				.hasMessageContaining("«");
		}
		assertThatThrownBy(() -> this.people.complete(task, "supervisor", Map.of("localDays", "", "yearBasis", " ")))
			.hasMessageContaining("con qué se han comparado");
		assertThat(tasks("sevilla")).hasSize(1);
		assertThat(day("2027-04-14").path("unconfirmed").asBoolean()).isTrue();

		this.people.complete(tasks("sevilla").get(0), "supervisor",
				Map.of("localDays", "14/04/2027 Feria de Abril\n\n", "yearBasis", "BOJA de 2 de octubre"));

		assertThat(tasks("sevilla")).isEmpty();
		JsonNode fair = day("2027-04-14");
		assertThat(fair.path("unconfirmed").asBoolean(true)).isFalse();
		assertThat(fair.path("note").asText()).isEqualTo("Feria de Abril");
		assertThat(fair.path("minutes").asInt()).isZero();
		assertThat(day("2028-01-03").path("unconfirmed").asBoolean()).as("only that year").isTrue();
		assertThat(this.years.ask()).isZero();
		assertThat(tasks("sevilla")).isEmpty();
	}

	@Test
	@DisplayName("A calendar that follows another region is asked for again, and one that nobody uses is not")
	void changes() {
		at("2026-10-05T08:00:00Z");
		this.years.ask();
		this.people.complete(tasks("sevilla").get(0), "supervisor", Map.of("localDays", "", "yearBasis", "BOJA"));

		ObjectNode calendar = (ObjectNode) this.supervisor.get("/api/calendars/sevilla").json().path("calendar");
		calendar.put("region", "cl");
		assertThat(this.supervisor.put("/api/calendars/sevilla", calendar.toString()).status()).isEqualTo(200);
		assertThat(day("2027-04-14").path("unconfirmed").asBoolean()).isTrue();
		this.years.ask();
		assertThat(tasks("sevilla")).hasSize(1);

		this.supervisor.send("DELETE", "/api/calendars/sevilla/teams/technology", BodyPublishers.noBody());
		this.years.ask();
		assertThat(tasks("sevilla")).isEmpty();
	}

	private List<Task> tasks(String calendar) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.taskDefinitionKey("userTask_confirmYear")
			.processVariableValueEquals("calendarCode", calendar)
			.list();
	}

	private String shown(Task task, String name) {
		return (String) this.engine.getTaskService().getVariableLocal(task.getId(), name);
	}

	private JsonNode day(String date) {
		return this.supervisor.get("/api/calendars/sevilla/days?from=" + date + "&to=" + date).json().path(0);
	}

	private static void at(String instant) {
		ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
	}

}
