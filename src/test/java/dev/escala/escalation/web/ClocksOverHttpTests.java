package dev.escala.escalation.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The clocks of a case over HTTP")
class ClocksOverHttpTests {

	/** Friday 16:50 in Madrid. */
	private static final Instant FRIDAY = Instant.parse("2026-11-20T15:50:00Z");

	private static final String PAUSE = "{\"reason\": \"SUPPLIER\", \"note\": \"Los registros\"}";

	private static final String QUESTION = "{\"reason\": \"CUSTOMER\", \"note\": \"¿Nos manda los registros?\"}";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseApi api;

	private ApiClient supervisor;

	@BeforeEach
	void givenPeopleOnFridayAfternoon() {
		CaseDriver.travelTo(FRIDAY);
		this.api = new CaseApi(this.port, this.engine, this.customers);
		this.supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "api-supervisor", "supervisors");
	}

	@AfterEach
	void itIsToday() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("tell their rule, their calendar and each day, also to who may only read")
	void explain() {
		CaseNumber number = this.api.report();

		Answer answer = this.api.processOwner.get(CaseApi.of(number) + "/clocks");

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		JsonNode clock = clock(answer, "ACKNOWLEDGEMENT");
		assertThat(clock.path("state").asText()).isEqualTo("RUNNING");
		assertThat(clock.path("calendar").path("code").asText()).isEqualTo("organizacion");
		assertThat(clock.path("serviceLevel").path("duration").asText()).isEqualTo("PT1H");
		assertThat(clock.path("serviceLevel").path("reason").asText()).contains("cliente Oro");
		assertThat(clock.path("days").get(0).path("counted").toString())
			.isEqualTo("[{\"from\":\"16:50\",\"to\":\"17:50\"}]");
		assertThat(clock.path("explanation").toString()).contains("Empezó el viernes 20 de noviembre a las 16:50.",
				"viernes 20: 1 h (16:50–17:50)", "Vence el viernes 20 a las 17:50.");
		assertThat(answer.json().path("pauses")).isEmpty();
		assertProblem(this.api.processOwner.get(CaseApi.of(new CaseNumber("ESC-2026-999999")) + "/clocks"), 404);
	}

	@Test
	@DisplayName("stand still while the case waits, and go on when the customer turns to us")
	void pause() {
		CaseNumber number = this.api.report();
		Instant due = due(number, "RESOLUTION");
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));

		Answer asked = this.api.technician.post(CaseApi.of(number) + "/pause", QUESTION);
		assertThat(asked.status()).as(asked.text()).isEqualTo(200);
		assertThat(clock(clocks(number), "RESOLUTION").path("state").asText()).as("not asked yet").isEqualTo("RUNNING");
		assertProblem(this.api.technician.post(CaseApi.of(number) + "/pause", QUESTION), 409);
		this.api.people.run(number, "serviceTask_sendMessage");

		assertThat(clock(clocks(number), "RESOLUTION").path("state").asText()).isEqualTo("PAUSED");
		assertThat(clock(clocks(number), "ANSWER").path("state").asText()).isEqualTo("RUNNING");
		assertThat(this.api.people.watchJob(number, ServiceClock.RESOLUTION).isSuspended()).isTrue();
		assertProblem(this.api.technician.post(CaseApi.of(number) + "/pause", QUESTION), 409);
		assertProblem(this.api.technician.post(CaseApi.of(number) + "/pause", PAUSE), 409);

		CaseDriver.travelTo(Instant.parse("2026-11-23T11:00:00Z"));
		String contact = "{\"text\": \"Aquí están.\"}";
		Answer first = this.api.agent.post(CaseApi.of(number) + "/contacts", contact, "Idempotency-Key", "c-1");
		Answer again = this.api.agent.post(CaseApi.of(number) + "/contacts", contact, "Idempotency-Key", "c-1");

		assertThat(first.status()).as(first.text()).isEqualTo(201);
		assertThat(again.status()).isEqualTo(201);
		assertThat(first.header("Location")).endsWith(CaseApi.of(number));
		assertThat(again.json().path("notes").findValuesAsText("text")).containsOnlyOnce("Aquí están.");
		JsonNode resolution = clock(clocks(number), "RESOLUTION");
		assertThat(resolution.path("state").asText()).isEqualTo("RUNNING");
		assertThat(Instant.parse(resolution.path("dueAt").asText())).isEqualTo(due.plusSeconds(7200));
		assertThat(resolution.path("changes").get(0).path("reason").asText()).contains("Terminó la pausa");
		assertThat(resolution.path("explanation").toString())
			.contains("En pausa del lunes 23 a las 10:00 al lunes 23 a las 12:00 (Espera al cliente).");
		JsonNode ledger = clocks(number).json().path("pauses").get(0);
		assertThat(ledger.path("note").asText()).isEqualTo("¿Nos manda los registros?");
		assertThat(ledger.path("startedByName").asText()).isEqualTo("api-technician");
		assertThat(ledger.path("endedByName").asText()).isEqualTo("Sistema");
		assertProblem(this.api.technician.post(CaseApi.of(number) + "/resumption", ""), 409);
	}

	@Test
	@DisplayName("are left alone by bad input and by those who have nothing to do with the case")
	void refuse() {
		String path = CaseApi.of(this.api.report());

		assertProblem(this.api.agent.post(path + "/pause", "{}"), 400, "reason");
		assertProblem(this.api.agent.post(path + "/pause", "{\"reason\": \"LUNCH\", \"note\": \"x\"}"), 400, "reason");
		assertProblem(this.api.agent.post(path + "/pause", "{\"reason\": \"RESOLVED\", \"note\": \"x\"}"), 400,
				"reason");
		assertProblem(this.api.agent.post(path + "/pause", "{\"reason\": \"CUSTOMER\"}"), 400, "note");
		assertProblem(
				this.api.agent.post(path + "/pause",
						"{\"reason\": \"CUSTOMER\", \"note\": \"Por culpa del proveedor necesito los registros.\"}"),
				400, "note");
		assertProblem(this.api.agent.post(path + "/pause", "{\"until\": \"x\"}"), 400, "until");
		assertProblem(this.api.agent.post(path + "/contacts", "{\"text\": \" \"}"), 400, "text");
		assertProblem(this.api.agent.post(path + "/resumption", ""), 409);
		assertProblem(this.api.agent.post(path + "/reopening", "{\"reason\": \"Ha vuelto\"}"), 409);
		assertProblem(this.api.agent.post(path + "/reopening", "{}"), 400, "reason");
		for (String action : new String[] { "/pause", "/resumption", "/contacts", "/reopening" }) {
			assertProblem(this.api.processOwner.post(path + action, "{}"), 403);
			assertProblem(this.api.agent.post(CaseApi.of(new CaseNumber("ESC-2026-999999")) + action, "{}"), 404);
		}
	}

	@Test
	@DisplayName("move with the severity when impact and urgency are assessed again")
	void assessedAgain() {
		CaseNumber number = this.api.report();
		String path = CaseApi.of(number) + "/assessment";
		assertProblem(this.api.agent.post(path, "{}"), 400, "impact");
		assertProblem(this.api.processOwner.post(path, "{}"), 403);
		Instant before = Instant.parse(clock(clocks(number), "RESOLUTION").path("dueAt").asText());

		JsonNode changed = this.api.agent
			.post(path, "{\"impact\": \"HIGH\", \"urgency\": \"HIGH\", \"reason\": \"Ya son cien clientes\"}")
			.json();

		JsonNode resolution = clock(clocks(number), "RESOLUTION");
		assertThat(changed.path("severity").asText()).isEqualTo("CRITICAL");
		assertThat(Instant.parse(resolution.path("dueAt").asText())).isBefore(before);
		assertThat(resolution.path("changes").get(0).path("reason").asText()).startsWith("La gravedad pasó de");
		assertThat(changed.path("timeline").toString()).contains("Ya son cien clientes");
	}

	@Test
	@DisplayName("are moved by supervisors only, to a date that makes sense, and say so")
	void setByHand() {
		CaseNumber number = this.api.report();
		String path = CaseApi.of(number) + "/clocks/RESOLUTION/due";

		Answer answer = this.supervisor.put(path, "{\"dueAt\": \"2026-11-24T12:00\"}");

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		JsonNode resolution = clock(answer, "RESOLUTION");
		assertThat(resolution.path("dueAt").asText()).isEqualTo("2026-11-24T11:00:00Z");
		assertThat(resolution.path("setByHand").asText()).isEqualTo("2026-11-24T11:00:00Z");
		assertThat(resolution.path("changes").get(0).path("by").asText()).isEqualTo("api-supervisor");
		assertThat(resolution.path("explanation").toString())
			.contains("El viernes 20 a las 16:50 se fijó la fecha a mano: el martes 24 a las 12:00.");
		assertThat(this.api.people.due(number, ServiceClock.RESOLUTION)).isBefore("2026-11-24T11:00:00Z");
		for (ApiClient other : new ApiClient[] { this.api.agent, this.api.manager, this.api.technician }) {
			assertProblem(other.put(path, "{\"dueAt\": \"2026-11-25T12:00\"}"), 403);
		}
		for (String wrong : new String[] { "{}", "{\"dueAt\": \"mañana\"}", "{\"dueAt\": \"2026-11-20T16:00\"}",
				"{\"dueAt\": \"2036-11-24T12:00\"}", "{\"dueAt\": \"2027-03-28T02:30\"}" }) {
			assertProblem(this.supervisor.put(path, wrong), 400, "dueAt");
		}
		assertProblem(
				this.supervisor.put(CaseApi.of(number) + "/clocks/LUNCH/due", "{\"dueAt\": \"2026-11-24T12:00\"}"),
				404);
		assertProblem(
				this.supervisor.put(CaseApi.of(number) + "/clocks/LEVEL_2/due", "{\"dueAt\": \"2026-11-24T12:00\"}"),
				404);
		assertThat(due(number, "RESOLUTION")).isEqualTo("2026-11-24T11:00:00Z");
	}

	@Test
	@DisplayName("begin again with every movement or review where they are the owner's own: nobody sets their date")
	void notSetByHand() {
		CaseNumber number = this.api.report();
		this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.api.agent.post(CaseApi.of(number) + "/pause", PAUSE);

		for (String clock : new String[] { "ACTIVITY", "PAUSE_REVIEW" }) {
			Instant before = due(number, clock);
			Answer answer = this.supervisor.put(CaseApi.of(number) + "/clocks/" + clock + "/due",
					"{\"dueAt\": \"2026-11-24T12:00\"}");
			assertProblem(answer, 409);
			assertThat(answer.text()).contains("no se fija a mano");
			assertThat(due(number, clock)).isEqualTo(before);
		}
	}

	@Test
	@DisplayName("count on when a closed case is reopened, without the time between")
	void reopen() {
		CaseNumber number = this.api.closed();
		CaseDriver.travelTo(FRIDAY.plusSeconds(4 * 24 * 3600));

		Answer answer = this.api.manager.post(CaseApi.of(number) + "/reopening", "{\"reason\": \"Ha vuelto\"}");

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("phase").asText()).isEqualTo("RESOLVE");
		JsonNode resolution = clock(clocks(number), "RESOLUTION");
		assertThat(resolution.path("state").asText()).isEqualTo("RUNNING");
		assertThat(resolution.path("explanation").toString()).contains("Resuelto del viernes 20",
				"El caso se reabrió.");
		assertProblem(this.api.manager.post(CaseApi.of(number) + "/reopening", "{\"reason\": \"Otra vez\"}"), 409);
	}

	@Test
	@DisplayName("stand on the card, which offers each person what that person may do")
	void card() {
		CaseNumber number = this.api.report();
		String path = "/api/tasks/" + this.api.people.task(number, "userTask_takeOver").getId() + "/card";

		JsonNode card = this.api.technician.get(path).json();

		assertThat(card.path("clocks").findValuesAsText("state")).containsOnly("RUNNING");
		assertThat(card.path("clocks").get(0).path("explanation").get(0).asText())
			.isEqualTo("Empezó el viernes 20 de noviembre a las 16:50.");
		assertThat(card.path("actions").get(0).path("fields").get(0).path("options").findValuesAsText("value"))
			.containsExactly("CUSTOMER", "SUPPLIER", "EVIDENCE");
		assertThat(labels(card)).containsExactly("Poner en pausa", "Anotar un contacto del cliente",
				"Escribir al cliente", "Cambiar impacto y urgencia", "Proponer una mejora", "Hacer un compromiso",
				"Marcar como duplicado", "Retirar el escalamiento");
		assertThat(labels(this.supervisor.get(path).json())).contains("Pedir un RCA", "Poner en pausa");

		this.api.technician.post(CaseApi.of(number) + "/pause", PAUSE);
		card = this.api.technician.get(path).json();

		assertThat(labels(card)).contains("Reanudar").doesNotContain("Poner en pausa");
		assertThat(card.path("facts").toString()).contains("Espera a un proveedor desde el 20/11 16:50: Los registros");
		this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
	}

	private static List<String> labels(JsonNode card) {
		return StreamSupport.stream(card.path("actions").spliterator(), false)
			.map((action) -> action.path("label").asText())
			.toList();
	}

	private Answer clocks(CaseNumber number) {
		return this.api.processOwner.get(CaseApi.of(number) + "/clocks");
	}

	private Instant due(CaseNumber number, String clock) {
		return Instant.parse(clock(clocks(number), clock).path("dueAt").asText());
	}

	private static JsonNode clock(Answer answer, String name) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return StreamSupport.stream(answer.json().path("clocks").spliterator(), false)
			.filter((clock) -> clock.path("clock").asText().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
