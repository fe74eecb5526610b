package dev.escala.escalation.web;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.AtOnce;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What was added to a case by mistake is taken off again")
class UnlinkOverHttpTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseApi api;

	private ApiClient supervisor;

	@BeforeEach
	void givenPeopleAndCustomers() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
		this.supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "api-supervisor", "supervisors");
	}

	@Test
	@DisplayName("A linked record goes with its reason, stays in the history, no longer keeps the case open, and can be added again (001-14, 001-28)")
	void unlinked() {
		CaseNumber number = this.api.report();
		String wrong = add(number, "LINKED_RECORD", "INC0099999");
		String right = add(number, "LINKED_RECORD", "INC0012345");

		Answer answer = unlink(this.api.technician, number, wrong, "Es de otro cliente.");

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("details").findValuesAsText("text")).contains("INC0012345")
			.doesNotContain("INC0099999");
		assertThat(answer.json().path("openMatters").toString()).isEqualTo("[" + right + "]");
		JsonNode told = answer.json().path("timeline").get(answer.json().path("timeline").size() - 1);
		assertThat(told.path("text").asText())
			.isEqualTo("Desvinculó registro vinculado «INC0099999», puesto por error. Motivo: Es de otro cliente.");
		assertThat(told.path("actor").asText()).isEqualTo("api-technician");
		add(number, "LINKED_RECORD", "INC0099999");
	}

	@Test
	@DisplayName("A case of ours that was linked by mistake, which nobody can settle by hand, goes too (001-28)")
	void linkedCase() {
		CaseNumber other = this.api.report();
		CaseNumber number = this.api.report();
		String link = add(number, "LINKED_RECORD", other.value());
		assertProblem(this.api.technician.post(CaseApi.of(number) + "/details/" + link + "/settlement", "{}"), 409);

		Answer answer = unlink(this.api.technician, number, link, "Se parecía, pero es otro fallo.");

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("openMatters")).isEmpty();
	}

	@Test
	@DisplayName("While the closing waits for it only a superior takes it off: nobody closes a case by unlinking (001-28)")
	void closingWaits() {
		CaseNumber number = this.api.report("impact", "LOW", "urgency", "LOW");
		String issue = add(number, "CUSTOMER_ISSUE", "Que llegue la factura de mayo");
		this.api.resolve(number);

		Answer refused = unlink(this.api.technician, number, issue, "No era un asunto.");

		assertProblem(refused, 409);
		assertThat(refused.text()).contains("el cierre de " + number + " espera a que se resuelva", "Supervisión");
		assertThat(unlink(this.supervisor, number, issue, "Lo dijo otro cliente.").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("A customer who heard of the case stays, and so does the last detail of its kind of a major case (001-18)")
	void stillNeeded() {
		CaseNumber number = this.api.report();
		String customer = add(number, "AFFECTED_CUSTOMER", "API-DOS-A");
		String stranger = add(number, "AFFECTED_CUSTOMER", "Nadie conocido");
		assertThat(unlink(this.api.agent, number, stranger, "No tiene nada que ver.").status()).isEqualTo(200);
		this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.api.people.run(number, "serviceTask_announceEscalation");

		Answer told = unlink(this.api.agent, number, customer, "No tiene nada que ver.");

		assertProblem(told, 409);
		assertThat(told.text()).contains("ya sabe de este caso");

		CaseNumber major = new CaseNumber(this.api.agent
			.post(CaseApi.PATH, CaseApi.body("service", "Portal de facturas").put("major", true).toString())
			.json()
			.path("number")
			.asText());
		String only = detail(this.api.agent.get(CaseApi.of(major)).json(), "Portal de facturas");
		assertThat(unlink(this.api.agent, major, only, "Es el portal viejo.").text())
			.contains("Añada antes el correcto");
		add(major, "AFFECTED_SERVICE", "Portal nuevo");
		assertThat(unlink(this.api.agent, major, only, "Es el portal viejo.").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("Of two who unlink at once one does, and the other reads who it was")
	void twiceAtOnce() throws Exception {
		CaseNumber number = this.api.report();
		String wrong = add(number, "LINKED_RECORD", "INC0099999");

		List<Answer> answers = AtOnce.call(() -> unlink(this.api.technician, number, wrong, "Es de otro cliente."),
				() -> unlink(this.api.agent, number, wrong, "No es de aquí."));

		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
		assertThat(answers).filteredOn((answer) -> answer.status() == 409)
			.allSatisfy((answer) -> assertThat(answer.text()).contains("ya no está vinculado", "lo desvinculó api-"));
		assertThat(this.api.agent.get(CaseApi.of(number)).json().path("timeline").findValuesAsText("text"))
			.filteredOn((text) -> text.startsWith("Desvinculó"))
			.hasSize(1);
	}

	@Test
	@DisplayName("It needs a detail of the case, a reason, an open case and somebody who may change it")
	void refused() {
		CaseNumber number = this.api.report();
		String detail = add(number, "LINKED_RECORD", "INC0099999");

		assertProblem(unlink(this.api.technician, number, detail, " "), 400, "reason");
		assertProblem(unlink(this.api.technician, number, "", "x"), 400, "detail");
		assertProblem(unlink(this.api.technician, number, "uno", "x"), 400, "detail");
		assertProblem(unlink(this.api.technician, number, "999999999", "x"), 404);
		assertProblem(unlink(this.api.processOwner, number, detail, "x"), 403);
		assertProblem(unlink(this.api.technician, new CaseNumber("ESC-1999-000001"), detail, "x"), 404);
		this.api.agent.post(CaseApi.of(number) + "/withdrawal", "{\"reason\": \"Ya no\"}");
		assertProblem(unlink(this.api.technician, number, detail, "x"), 409);
	}

	private String add(CaseNumber number, String kind, String text) {
		Answer answer = this.api.agent.post(CaseApi.of(number) + "/details",
				"{\"kind\": \"" + kind + "\", \"text\": \"" + text + "\"}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return detail(answer.json(), text);
	}

	private static String detail(JsonNode details, String text) {
		for (JsonNode one : details.path("details")) {
			if (one.path("text").asText().equals(text)) {
				return one.path("id").asText();
			}
		}
		throw new AssertionError(text + " is not among " + details.path("details"));
	}

	private static Answer unlink(ApiClient who, CaseNumber number, String detail, String reason) {
		return who.post(CaseApi.of(number) + "/unlinking",
				"{\"detail\": \"" + detail + "\", \"reason\": \"" + reason + "\"}");
	}

}
