package dev.escala.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.decisionlog.Ruling;
import dev.escala.internalrequest.RequestStory;
import dev.escala.pipeline.SaveProspect;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.ModelCoverage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The gate: nothing is committed to while the request is open, refused or expired, by no way in")
class CommitmentGateTests extends RequestStory {

	private static final String COMMIT = "userTask_commit";

	private static final String ASK = "userTask_askDecision";

	private static final String SETTLED = "event_requestSettled";

	@Autowired
	private Commitments commitments;

	@Autowired
	private CoverageCheck coverage;

	@LocalServerPort
	private int port;

	private ApiClient api;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("commitments");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "commitment", "commitmentGate")).isEmpty();
	}

	@BeforeEach
	void givenWaysIn() {
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), "vendedora", "agents");
	}

	private CaseNumber wanted(Object... more) {
		Map<String, Object> form = new HashMap<>();
		form.put("party", "DELTA");
		form.put("commitmentText", "Personalización sin límite por 900 euros al mes");
		form.put("situations", List.of("SCOPE_BEYOND"));
		return this.people.start("commitment", SALES, Forms.with(form, more));
	}

	/** Nobody gets to commit: neither by the form nor by engine REST nor by our API. */
	private void assertClosed(CaseNumber number, String why) {
		assertThat(this.people.tasks(number)).doesNotContain(COMMIT);
		assertThatThrownBy(() -> this.commitments.commit(number, new UserId(SALES), "Sí, lo hacemos"))
			.hasMessageContaining("Todavía no puede comprometerse")
			.hasMessageContaining(why);
		byTheEngine(number);
		assertThat(this.commitments.get(number).status()).isEqualTo(CommitmentStatus.PREPARED);
	}

	/**
	 * Nobody starts the process behind the gate, and if somebody could, the task would
	 * refuse. The same by Camunda's REST API tells EngineRestGateTests.
	 */
	private void byTheEngine(CaseNumber number) {
		assertThatThrownBy(() -> this.people.as(SALES,
				() -> this.engine.getRuntimeService()
					.createProcessInstanceByKey("commitment")
					.businessKey(number.value())
					.startBeforeActivity(COMMIT)
					.execute(true, true)))
			.hasMessageContaining("Un proceso solo se empieza por el principio");
		ProcessInstance behind = this.engine.getRuntimeService()
			.createProcessInstanceByKey("commitment")
			.businessKey(number.value())
			.startBeforeActivity(COMMIT)
			.execute(true, true);
		assertThatThrownBy(() -> this.people.complete(number, SALES, COMMIT,
				Forms.with(commit(), "coverage", "COVERED", "answer", "commit")))
			.hasMessageContainingAll("«answer»", "«coverage»");
		assertThatThrownBy(() -> this.people.complete(number, SALES, COMMIT, commit()))
			.hasMessageContaining("Todavía no puede comprometerse");
		this.engine.getRuntimeService().deleteProcessInstance(behind.getId(), "Made by a test");
	}

	@Test
	@DisplayName("Nobody was asked: the gate asks, waits for the answer, and opens when it is granted")
	void askedAtTheGate() {
		CaseNumber number = wanted();
		assertThat(this.people.tasks(number)).containsExactly(ASK);
		assertClosed(number, "Hay que preguntar antes");
		assertThatThrownBy(() -> this.people.complete(number, SALES, ASK, Map.of("askHow", "ask")))
			.hasMessageContaining("Falta la situación");
		this.people.complete(number, SALES, ASK, ask());

		CaseNumber request = this.commitments.get(number).requestNumber();
		assertClosed(number, "sigue sin respuesta");
		this.people.complete(request, PRODUCT, ACKNOWLEDGE, Map.of());
		assertClosed(number, "sigue sin respuesta");
		this.people.complete(request, PRODUCT, ANSWER, decision("CONDITIONAL"));
		this.people.run(number, SETTLED);

		assertThat(this.people.tasks(number)).containsExactly(COMMIT);
		assertThatThrownBy(() -> this.people.complete(number, SALES, COMMIT, Map.of("commitAnswer", "commit")))
			.hasMessageContaining("qué le dijo al cliente");
		this.people.complete(number, SALES, COMMIT, commit());

		Commitment committed = this.commitments.get(number);
		assertThat(committed.status()).isEqualTo(CommitmentStatus.COMMITTED);
		assertThat(committed.decisionNumber()).isEqualTo(this.rulings.ofRequest(request).orElseThrow().number());
		assertNothingIsLeft(number);
	}

	private static Map<String, Object> ask() {
		return Map.of("askHow", "ask", "askSituation", "Lo pide su director de operaciones", "askAssessment",
				"Creo que no", "askNeededBy", "25/11/2026");
	}

	private static Map<String, Object> commit() {
		return Map.of("commitAnswer", "commit", "toldText", "Hasta diez horas al mes, por contrato");
	}

	@Test
	@DisplayName("Refused: the gate closes, and the commitment with it")
	void refused() {
		CaseNumber request = acknowledged();
		CaseNumber number = wanted("request", request.value());
		assertClosed(number, "sigue sin respuesta");
		this.people.complete(request, PRODUCT, ANSWER, decision("REFUSED"));
		this.people.run(number, SETTLED);

		assertThat(this.people.passed(number)).contains("event_endNotAuthorised", "event_endRefused")
			.doesNotContain("event_authorised", "event_endCommitted");
		assertThat(this.commitments.get(number).status()).isEqualTo(CommitmentStatus.REFUSED);
		assertThatThrownBy(() -> this.commitments.commit(number, new UserId(SALES), "Sí"))
			.hasMessageContaining("no autorizado");
		assertNothingIsLeft(number);
		CaseNumber again = wanted("request", request.value());
		assertThat(this.commitments.get(again).status()).as("a refusal stays one").isEqualTo(CommitmentStatus.REFUSED);
		assertThat(this.people.passed(again)).doesNotContain(COMMIT);
	}

	@Test
	@DisplayName("Expired: what was granted does not hold any more, before the gate and behind it")
	void expired() {
		CaseNumber request = acknowledged();
		this.people.complete(request, PRODUCT, ANSWER, decision("GRANTED", "validUntil", "27/11/2026"));
		CaseNumber open = wanted("request", request.value());
		assertThat(this.people.tasks(open)).containsExactly(COMMIT);
		CaseDriver.travelTo(Instant.parse("2026-11-28T10:00:00Z"));

		assertThatThrownBy(() -> this.people.complete(open, SALES, COMMIT, commit()))
			.hasMessageContaining("ya no está vigente");
		assertThat(this.commitments.get(open).status()).isEqualTo(CommitmentStatus.PREPARED);
		this.people.complete(open, SALES, COMMIT, Map.of("commitAnswer", "askAgain"));
		assertThat(this.people.tasks(open)).containsExactly(ASK);
		this.people.complete(open, SALES, ASK, Map.of("askHow", "abandon", "abandonReason", "Ya no interesa"));
		assertThat(this.commitments.get(open).status()).isEqualTo(CommitmentStatus.ABANDONED);

		CaseNumber late = wanted("request", request.value());
		assertThat(this.people.tasks(late)).containsExactly(ASK);
		assertClosed(late, "ya no está vigente");
	}

	@Test
	@DisplayName("A decision that was superseded or revoked meanwhile does not hold either")
	void revoked() {
		CaseNumber request = acknowledged();
		this.people.complete(request, PRODUCT, ANSWER, decision("GRANTED"));
		CaseNumber number = wanted("request", request.value());
		Ruling ruling = this.rulings.ofRequest(request).orElseThrow();
		this.rulings.revoke(ruling.number(), new UserId(PRODUCT), "Se calculó mal");

		assertThatThrownBy(() -> this.people.complete(number, SALES, COMMIT, commit()))
			.hasMessageContaining("ya no está vigente");
		this.people.complete(number, SALES, COMMIT,
				Map.of("commitAnswer", "abandon", "abandonReason", "No hay margen"));
		assertThat(this.commitments.get(number).status()).isEqualTo(CommitmentStatus.ABANDONED);
	}

	@Test
	@DisplayName("A request that is withdrawn lets nobody through; another that covers it may be named")
	void withdrawn() {
		CaseNumber request = acknowledged();
		CaseNumber number = wanted("request", request.value());
		this.closing.withdraw(request, new UserId(SALES), "Me equivoqué");
		this.people.run(number, SETTLED);
		assertThat(this.people.tasks(number)).containsExactly(ASK);
		assertClosed(number, "se retiró");
		assertThatThrownBy(() -> this.people.complete(number, SALES, ASK,
				Map.of("askHow", "existing", "coveringRequest", "SOL-2020-000001")))
			.hasMessageContaining("No hay ninguna solicitud");

		CaseNumber other = acknowledged();
		this.people.complete(other, PRODUCT, ANSWER, decision("GRANTED"));
		this.people.complete(number, SALES, ASK, Map.of("askHow", "existing", "coveringRequest", other.value()));
		assertThat(this.people.tasks(number)).containsExactly(COMMIT);
	}

	@Test
	@DisplayName("A request for somebody else, for another situation or for mere guidance covers nothing")
	void doesNotCover() {
		CaseNumber granted = acknowledged();
		this.people.complete(granted, PRODUCT, ANSWER, decision("GRANTED"));
		assertThat(covers(wanted("request", granted.value(), "party", "REQ"))).contains("no es de Requena Hermanos");
		assertThat(covers(wanted("request", granted.value(), "situations", List.of("SCOPE_BEYOND", "DISCOUNT"))))
			.contains("no pregunta por: Pide un descuento");
		CaseNumber guidance = acknowledged("kind", "GUIDANCE");
		this.people.complete(guidance, PRODUCT, ANSWER, decision("GRANTED"));
		assertThat(covers(wanted("request", guidance.value()))).contains("no pide una decisión");
	}

	private String covers(CaseNumber number) {
		Coverage now = this.coverage.shown(this.commitments.get(number));
		assertThat(now.state()).isEqualTo(Coverage.State.MISSING);
		assertThat(this.people.tasks(number)).containsExactly(ASK);
		return now.reason();
	}

	@Test
	@DisplayName("What the registers learned while it waited is asked about, too")
	void learnedMeanwhile() {
		long gamma = this.prospects.create(new SaveProspect("GAMMA", "Talleres Gamma", null, null, "es")).id();
		CaseNumber request = acknowledged("party", "GAMMA");
		this.people.complete(request, PRODUCT, ANSWER, decision("GRANTED"));
		CaseNumber number = wanted("request", request.value(), "party", "GAMMA");
		assertThat(this.people.tasks(number)).containsExactly(COMMIT);
		this.prospects.reject(gamma, new UserId(SALES), "No pagó", null);

		assertThatThrownBy(() -> this.people.complete(number, SALES, COMMIT, commit()))
			.hasMessageContaining("no pregunta por: Un prospecto que ya rechazamos antes");
	}

	@Test
	@DisplayName("A decision is granted or refused: an answer that does neither is not one")
	void neitherGrantedNorRefused() {
		CaseNumber request = acknowledged();
		assertThatThrownBy(() -> this.people.complete(request, PRODUCT, ANSWER, decision("ANSWERED")))
			.hasMessageContaining("Se pide una decisión");
	}

	@Test
	@DisplayName("What the policy does not ask about passes at once; what the register knows is asked about anyway")
	void policy() {
		CaseNumber number = wanted("party", "REQ", "situations", List.of());
		assertThat(this.people.tasks(number)).containsExactly(COMMIT);
		this.people.complete(number, SALES, COMMIT, commit());
		assertThat(this.commitments.get(number).decisionNumber()).isNull();

		this.prospects.reject(this.prospects.findByCode("DELTA").orElseThrow().id(), new UserId(SALES), "No pagó",
				null);
		CaseNumber rejected = wanted("situations", List.of());
		assertThat(this.people.tasks(rejected)).containsExactly(ASK);
		this.prospects.readmit("DELTA", new UserId(SALES), "Pagó");
	}

	@Test
	@DisplayName("Over HTTP: 409 with the reason until it is granted, then it is closed once")
	void overHttp() {
		String body = "{\"party\": \"DELTA\", \"commitmentText\": \"Sin límite\", \"situations\": [\"SCOPE_BEYOND\"]}";
		Answer prepared = this.api.post("/api/commitments", body, "Idempotency-Key", "com-1");
		assertThat(prepared.status()).as(prepared.text()).isEqualTo(201);
		assertThat(this.api.post("/api/commitments", body, "Idempotency-Key", "com-1").json().path("number"))
			.isEqualTo(prepared.json().path("number"));
		assertThat(prepared.json().path("coverage").asText()).isEqualTo("MISSING");
		String path = "/api/commitments/" + prepared.json().path("number").asText();
		String told = "{\"toldText\": \"Sí\"}";
		Answer missing = this.api.post(path + "/confirmation", told);
		assertThat(missing.status()).isEqualTo(409);
		assertThat(missing.text()).contains("Hay que preguntar antes");

		CaseNumber request = acknowledged();
		String asked = this.api.post("/api/commitments", body.replace("}", ", \"request\": \"" + request + "\"}"))
			.json()
			.path("number")
			.asText();
		assertThat(this.api.post("/api/commitments/" + asked + "/confirmation", told).text())
			.contains("sigue sin respuesta");
		this.people.complete(request, PRODUCT, ANSWER, decision("GRANTED"));
		this.people.run(new CaseNumber(asked), SETTLED);
		assertThat(this.api.get("/api/commitments/" + asked).json().path("coverage").asText()).isEqualTo("COVERED");
		assertThat(this.api.post("/api/commitments/" + asked + "/confirmation", "{}").fields())
			.containsExactly("toldText");
		Answer closed = this.api.post("/api/commitments/" + asked + "/confirmation", told);
		assertThat(closed.json().path("status").asText()).as(closed.text()).isEqualTo("COMMITTED");
		assertThat(this.api.post("/api/commitments/" + asked + "/confirmation", told).status()).isEqualTo(409);

		assertThat(this.api.post("/api/commitments", "{\"party\": \"Nadie\", \"request\": \"SOL-1\"}").fields())
			.contains("commitmentText", "request");
		ApiClient stranger = ApiClient.of(this.port, this.engine.getIdentityService(), "com-stranger", "legal");
		assertThat(stranger.get("/api/commitments/" + asked).status()).isEqualTo(403);
		assertThat(this.api.get("/api/commitments/COM-2026-999999").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("The gate waits, however long the answer takes")
	void waits() {
		CaseNumber request = asked();
		CaseNumber number = wanted("request", request.value());
		CaseDriver.travel(Duration.ofDays(2));
		assertThat(this.people.tasks(number)).containsExactly(ASK);
		this.people.complete(request, PRODUCT, ACKNOWLEDGE, Map.of());
		this.people.complete(request, PRODUCT, ANSWER, decision("GRANTED"));
		this.people.run(number, SETTLED);
		assertThat(this.people.tasks(number)).containsExactly(COMMIT);
	}

}
