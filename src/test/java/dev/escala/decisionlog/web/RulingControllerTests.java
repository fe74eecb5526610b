package dev.escala.decisionlog.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.decisionlog.NewRuling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.decisionlog.Rulings;
import dev.escala.policy.Topic;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The register of decisions over HTTP")
class RulingControllerTests {

	private static final String PATH = "/api/decisions";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Rulings rulings;

	@Autowired
	private JdbcClient jdbc;

	private ApiClient manager;

	private ApiClient agent;

	@BeforeEach
	void givenCallers() {
		this.manager = ApiClient.of(this.port, this.identity, "dl-manager", "managers");
		this.agent = ApiClient.of(this.port, this.identity, "dl-agent", "agents");
	}

	@AfterEach
	void nothingLeft() {
		this.jdbc.sql("DELETE FROM ruling WHERE decided_by LIKE 'dl-%'").update();
		this.identity.deleteUser("dl-manager");
		this.identity.deleteUser("dl-agent");
	}

	@Test
	@DisplayName("Management enters a decision, once for a key, and everybody reads and finds it")
	void entered() {
		String key = UUID.randomUUID().toString();

		Answer answer = this.manager.post(PATH, body("Descuentos a granjas de avestruces", new RulingNumber("")),
				"Idempotency-Key", key);
		Answer again = this.manager.post(PATH, body("Descuentos a granjas de avestruces", new RulingNumber("")),
				"Idempotency-Key", key);

		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		RulingNumber number = new RulingNumber(answer.json().path("number").asText());
		assertThat(answer.header("Location")).isEqualTo(PATH + "/" + number);
		assertThat(again.json()).isEqualTo(answer.json());
		JsonNode read = this.agent.get(PATH + "/" + number).json();
		assertThat(read).isEqualTo(answer.json());
		assertThat(read.path("validUntil").asText()).isEqualTo("2099-12-31T22:59:59Z");
		assertThat(read.path("stateLabel").asText()).isEqualTo("Vigente");
		assertThat(read.path("decidedBy").asText()).isEqualTo("dl-manager");
		assertThat(read.path("groupId").asText()).isEqualTo("managers");
		assertThat(read.at("/situationLabels/0").asText()).isEqualTo("Pide un descuento");
		JsonNode found = this.agent
			.get(PATH + "?text=" + encode("rebaja avestruz") + "&topic=PRICE&standing=true&inForce=true&size=1")
			.json();
		assertThat(found.path("total").asInt()).isEqualTo(1);
		assertThat(found.at("/items/0/number").asText()).isEqualTo(number.value());
		assertThat(this.agent.get(PATH + "?text=avestruz&standing=false").json().path("total").asInt()).isZero();
		assertThat(this.agent.get(PATH + "?text=avestruz&topic=LEGAL").json().path("total").asInt()).isZero();
		assertThat(this.agent.get(PATH + "?text=avestruz&inForce=false").json().path("total").asInt()).isZero();
		JsonNode similar = this.agent
			.get(PATH + "/similar?topic=PRICE&situations=DISCOUNT,HASTE&text="
					+ encode("Una granja con avestruces quiere una rebaja del diez por ciento."))
			.json();
		assertThat(similar.at("/0/decision/number").asText()).isEqualTo(number.value());
		assertThat(similar.at("/0/words").toString()).contains("granja", "avestruces", "rebaja");
	}

	@Test
	@DisplayName("What is missing or wrong is refused in Spanish, field by field")
	void refused() {
		assertProblem(this.manager.post(PATH, "{\"standing\":true,\"validUntil\":\"mañana\"}"), 400);
		assertThat(this.manager.post(PATH, "{\"standing\":true,\"validUntil\":\"mañana\"}").fields())
			.containsExactlyInAnyOrder("validUntil", "topic", "situations", "subject", "outcome", "decision",
					"reasoning");
		assertProblem(this.manager.post(PATH, body("a", new RulingNumber("")).replace("2099", "1999")), 400,
				"validUntil");
		assertProblem(this.manager.post(PATH, body("a", new RulingNumber("")).replace("PRICE", "NADA")), 400, "topic");
		assertProblem(this.manager.post(PATH, body("a", new RulingNumber("DEC-1900-000001"))), 400, "supersedes");
		assertThat(
				this.agent.get(PATH + "?topic=X&standing=sí&inForce=1&sort=x&page=-1&text=" + "x".repeat(201)).fields())
			.containsExactlyInAnyOrder("topic", "standing", "inForce", "sort", "page", "text");
		assertThat(this.agent.get(PATH + "/similar?topic=X&situations=Y,DISCOUNT").fields())
			.containsExactlyInAnyOrder("text", "topic", "situations");
		assertProblem(this.agent.get(PATH + "/DEC-1900-000001"), 404);
	}

	@Test
	@DisplayName("A decision that contradicts a standing one is entered only in its place")
	void contradicting() {
		String old = entered("Sin descuentos a granjas", "REFUSED", new RulingNumber(""));

		Answer refused = this.manager.post(PATH, body("Descuentos a granjas", new RulingNumber("")));
		assertProblem(refused, 400, "supersedes");
		assertThat(refused.text()).contains(old);
		String now = entered("Descuentos a granjas", "GRANTED", new RulingNumber(old));

		JsonNode former = this.agent.get(PATH + "/" + old).json();
		assertThat(former.path("supersededBy").asText()).isEqualTo(now);
		assertThat(former.path("state").asText()).isEqualTo("SUPERSEDED");
		assertProblem(revoke(this.manager, new RulingNumber(old), "Por si acaso."), 409);
	}

	@Test
	@DisplayName("Its author and management revoke a decision with a reason, and nobody else")
	void revoked() {
		RulingNumber number = new RulingNumber(entered("Descuentos a granjas", "GRANTED", new RulingNumber("")));
		RulingNumber own = this.rulings
			.record(new NewRuling(null, null, Topic.OTHER, Set.of(), "Suya", null, RulingOutcome.GRANTED, "Sí.", null,
					"Conviene.", null, false, null, new UserId("dl-agent"), "agents"))
			.number();

		assertProblem(revoke(this.agent, number, "No me gusta."), 403);
		assertThat(revoke(this.agent, number, "No me gusta.").text()).contains("la revocan quien la tomó");
		assertProblem(revoke(this.manager, number, " "), 400, "reason");
		Answer done = revoke(this.manager, number, "Cambió la tarifa.");

		assertThat(done.status()).as(done.text()).isEqualTo(200);
		assertThat(done.json().path("state").asText()).isEqualTo("REVOKED");
		assertThat(done.json().path("revokedBy").asText()).isEqualTo("dl-manager");
		assertThat(done.json().path("revokedReason").asText()).isEqualTo("Cambió la tarifa.");
		assertProblem(revoke(this.manager, number, "Otra vez."), 409);
		assertProblem(revoke(this.manager, new RulingNumber("DEC-1900-000001"), "x"), 404);
		assertThat(revoke(this.agent, own, "Me equivoqué.").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("Only management enters decisions; only staff reads them")
	void permissions() {
		assertProblem(this.agent.post(PATH, body("a", new RulingNumber(""))), 403);
		for (String path : new String[] { PATH, PATH + "/x", PATH + "/similar?text=x", "/decisiones",
				"/decisiones/x" }) {
			assertThat(StaffClient.anonymous(this.port).send("GET", path).statusCode()).as(path).isEqualTo(401);
		}
		assertThat(StaffClient.anonymous(this.port).json("POST", PATH, body("a", new RulingNumber(""))).statusCode())
			.isEqualTo(401);
	}

	private String entered(String subject, String outcome, RulingNumber supersedes) {
		Answer answer = this.manager.post(PATH, body(subject, supersedes).replace("GRANTED", outcome));
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return answer.json().path("number").asText();
	}

	private static Answer revoke(ApiClient client, RulingNumber number, String reason) {
		return client.post(PATH + "/" + number + "/revocation", "{\"reason\":\"" + reason + "\"}");
	}

	private static String body(String subject, RulingNumber supersedes) {
		return """
				{"topic":"PRICE","situations":["DISCOUNT"],"subject":"%s","question":"¿Se puede?","outcome":"GRANTED",
				 "decision":"Un diez por ciento.","reasoning":"Compran mucho.","validUntil":"2099-12-31",
				 "standing":true,"supersedes":"%s","party":"Granja Sol"}""".formatted(subject, supersedes);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
