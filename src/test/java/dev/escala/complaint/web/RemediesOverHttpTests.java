package dev.escala.complaint.web;

import java.util.List;

import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.remedy.RemedyStory;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.visibility.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Remedies, demands and abuse over HTTP")
class RemediesOverHttpTests extends RemedyStory {

	@LocalServerPort
	private int port;

	@Autowired
	private Visibility visibility;

	private ApiClient agent;

	private ApiClient lawyer;

	private ApiClient coordinator;

	@BeforeEach
	void givenWaysIn() {
		this.agent = ApiClient.of(this.port, this.engine.getIdentityService(), "rem-agent", "agents");
		this.lawyer = ApiClient.of(this.port, this.engine.getIdentityService(), "rem-lawyer", "legal");
		this.coordinator = ApiClient.of(this.port, this.engine.getIdentityService(), "rem-coordinator",
				"problem-coordinators");
	}

	private CaseNumber seen() {
		CaseNumber number = complained(Severity.MODERATE, Fault.OURS, ReasonGroup.OPERATIONAL);
		this.visibility.offered(number, List.of("agents"), List.of());
		return number;
	}

	@Test
	@DisplayName("What is proposed, what was granted and how far one may go are read together; nothing is recorded (004-60)")
	void reads() {
		CaseNumber number = seen();

		Answer answer = this.agent.get(of(number) + "/remedies");

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("facts").path("fault").asText()).isEqualTo("OURS");
		assertThat(answer.json().path("proposed").findValuesAsText("kind")).containsExactly("RESOLVED", "VOUCHER");
		assertThat(answer.json().path("granted")).isEmpty();
		assertThat(answer.json().path("margin").path("ofMatter").asInt()).isEqualTo(50);
		assertThat(answer.json().path("margin").path("extrasLeft").asInt()).isEqualTo(60);
		assertThat(this.jdbc.sql("SELECT count(*) FROM decision_record WHERE case_number = ?")
			.param(number.value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("A remedy is granted once for the same key, and refused beyond the limit with what to do (004-22)")
	void grants() {
		CaseNumber number = seen();
		String voucher = "{\"kind\":\"VOUCHER\",\"amount\":20,\"what\":\"Vale de 20 €\"}";

		Answer first = this.agent.post(of(number) + "/remedies", voucher, "Idempotency-Key", number + "-a");
		Answer again = this.agent.post(of(number) + "/remedies", voucher, "Idempotency-Key", number + "-a");

		assertThat(first.status()).as(first.text()).isEqualTo(201);
		assertThat(again.json().path("granted")).hasSize(1);
		assertThat(again.json().path("granted").path(0).path("basis").asText()).isEqualTo("STANDARD");
		Answer tooMuch = this.agent.post(of(number) + "/remedies",
				"{\"kind\":\"REFUND\",\"amount\":51,\"what\":\"Los portes\",\"reason\":\"Los pagó\"}");
		assertProblem(tooMuch, 409);
		assertThat(tooMuch.text()).contains("hasta 50 €", "Prepare un compromiso");
		assertProblem(this.agent.post(of(number) + "/remedies", voucher), 400, "reason");
		assertProblem(this.agent.post(of(number) + "/remedies", "{}"), 400, "kind");
	}

	@Test
	@DisplayName("The four questions are kept with who answered them (004-26)")
	void demands() {
		CaseNumber number = seen();

		Answer answer = this.agent.post(of(number) + "/demands",
				"{\"worthKeeping\":true,\"effect\":\"Se iría\",\"smallCost\":true,\"overrules\":false,"
						+ "\"yields\":true,\"reason\":\"Lleva diez años\"}");

		assertThat(answer.status()).as(answer.text()).isEqualTo(204);
		assertThat(this.jdbc.sql("SELECT decided_by FROM complaint_demand WHERE matter_number = ?")
			.param(number.value())
			.query(String.class)
			.single()).isEqualTo("rem-agent");
		assertThat(happened(number)).last()
			.asString()
			.isEqualTo("Decidió sobre lo que pide el cliente. Se cede. Lleva diez años");
		assertProblem(this.agent.post(of(number) + "/demands", "{}"), 400, "worthKeeping");
	}

	@Test
	@DisplayName("Abuse is reported (004-27)")
	void abuse() {
		CaseNumber number = seen();

		Answer answer = this.agent.post(of(number) + "/abuse", "{\"kind\":\"INSULT\",\"what\":\"Le insultó.\"}");

		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		assertThat(answer.json().path("lettersOnly").asBoolean()).isTrue();
		assertThat(answer.json().path("reports").path(0).path("person").asText()).isEqualTo("rem-agent");
		assertProblem(this.agent.post(of(number) + "/abuse", "{\"kind\":\"INSULT\"}"), 400, "what");
	}

	@Test
	@DisplayName("Who does not see it learns nothing; who sees it and does not work it changes nothing")
	void access() {
		CaseNumber number = seen();
		String apology = "{\"kind\":\"APOLOGY\",\"what\":\"Perdón\",\"reason\":\"Sí\"}";

		assertProblem(this.lawyer.get(of(number) + "/remedies"), 404);
		assertProblem(this.lawyer.post(of(number) + "/remedies", apology), 404);
		assertThat(this.coordinator.get(of(number) + "/remedies").json().path("margin").isNull()).isTrue();
		assertProblem(this.coordinator.post(of(number) + "/remedies", apology), 403);
		assertProblem(this.coordinator.post(of(number) + "/abuse", "{\"kind\":\"INSULT\",\"what\":\"Sí\"}"), 403);
		assertProblem(this.agent.get("/api/complaints/RRT-2020-999999/remedies"), 404);
	}

	private static String of(CaseNumber number) {
		return "/api/complaints/" + number;
	}

}
