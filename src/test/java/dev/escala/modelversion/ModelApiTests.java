package dev.escala.modelversion;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Modeler;
import dev.escala.modelgate.RefusedKinds;
import dev.escala.modelgate.replay.ReplayWorker;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Models over Escala's own API")
class ModelApiTests {

	private static final String TABLE = "/api/models/table/smallTable/versions";

	private final ObjectMapper json = new ObjectMapper();

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private JdbcClient tables;

	@Autowired
	private Decisions decisions;

	@Autowired
	private ReplayWorker worker;

	private StaffClient owner;

	@BeforeEach
	void givenAnOwner() {
		ApiClient.of(this.port, this.identity, "models-owner", "process-owners");
		ApiClient.of(this.port, this.identity, "models-agent", "agents");
		this.owner = StaffClient.basic(this.port, "models-owner", CaseDriver.PASSWORD);
	}

	@AfterEach
	void asBefore() {
		List.of("models-owner", "models-agent").forEach(this.identity::deleteUser);
		this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey("smallTable")
			.list()
			.forEach((one) -> this.repository.deleteDeployment(one.getDeploymentId(), true));
	}

	@Test
	@DisplayName("A check says what a deployment would, and deploys nothing")
	void check() throws Exception {
		JsonNode good = read(send("/api/models/check", Map.of("files", List.of(table("Gracias", "1.0.0")))), 200);
		JsonNode bad = read(send("/api/models/check", Map.of("files", List.of(broken()))), 200);

		assertThat(good.path("accepted").asBoolean()).as(good.toString()).isTrue();
		assertThat(bad.path("accepted").asBoolean()).isFalse();
		assertThat(bad.path("problems").path(0).path("weight").asText()).isEqualTo("REFUSED");
		assertThat(bad.path("problems").path(0).path("element").asText()).isEqualTo("smallTable");
		assertThat(this.repository.createDecisionDefinitionQuery().decisionDefinitionKey("smallTable").count())
			.isZero();
	}

	@Test
	@DisplayName("It deploys with a reason, lists who and why, tells the difference and goes back")
	void deploys() throws Exception {
		HttpResponse<String> noReason = send("/api/models", Map.of("files", List.of(table("Gracias", "1.0.0"))));
		assertThat(read(noReason, 400).toString()).contains("\"reason\"", "Falta el motivo");
		JsonNode first = read(
				send("/api/models", Map.of("files", List.of(table("Gracias", "1.0.0")), "reason", "Las de siempre")),
				201);
		assertThat(first.path(0).path("key").asText()).isEqualTo("smallTable");
		read(send("/api/models", Map.of("files", List.of(table("Adiós", "1.0.1")), "reason", "Más cercano")), 201);

		JsonNode versions = read(this.owner.send("GET", TABLE), 200);
		assertThat(versions.findValuesAsText("version")).containsExactly("2", "1");
		assertThat(versions.findValuesAsText("by")).containsOnly("models-owner");
		assertThat(versions.findValuesAsText("why")).containsExactly("Más cercano", "Las de siempre");
		assertThat(read(this.owner.send("GET", TABLE + "/2/difference"), 200).findValuesAsText("after"))
			.containsExactly("1.0.1", "\"Adiós\"");
		read(send(TABLE + "/1/restoration", Map.of("shown", 1, "reason", "Sonaba a despedida")), 409);
		JsonNode back = read(send(TABLE + "/1/restoration", Map.of("shown", 2, "reason", "Sonaba a despedida")), 200);

		assertThat(back.path("version").asInt()).isEqualTo(3);
		assertThat(back.path("why").asText()).isEqualTo("Vuelta a la 1.0.0 (versión 1): Sonaba a despedida");
		assertThat(read(this.owner.send("GET", "/api/models"), 200).toString()).contains("smallTable",
				"customerEscalation");
		assertThat(this.owner.send("GET", "/api/models/table/none/versions").statusCode()).isEqualTo(404);
		assertThat(this.owner.send("GET", "/api/models/nada/smallTable/versions").statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("What is refused is told with the list that Modeler shows; agents may do none of it")
	void refusals() throws Exception {
		var refused = send("/api/models", Map.of("files", List.of(broken()), "reason", "Con prisa"));
		var modeler = Modeler.deploy(this.owner, "models refused", Map.of(),
				List.of(new ModelFile("small-table.dmn", broken().get("content").getBytes(StandardCharsets.UTF_8))));

		assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
		String list = read(modeler, 400).path("message").asText();
		assertThat(list).contains("No se ha desplegado nada", "rule_no");
		assertThat(read(refused, 400).findValuesAsText("message")).contains(list);
		assertThat(this.repository.createDecisionDefinitionQuery().decisionDefinitionKey("smallTable").count())
			.isZero();
		assertThat(read(send("/api/models/check", Map.of("files", List.of())), 400).toString())
			.contains("Envíe entre 1 y");
		assertThat(
				read(send("/api/models/check", Map.of("files", List.of(Map.of("name", "a.dmn", "content", "")))), 400)
					.toString())
			.contains("files[0].content", "El archivo está vacío");
		StaffClient agent = StaffClient.basic(this.port, "models-agent", CaseDriver.PASSWORD);
		for (String path : List.of("/api/models", TABLE, "/api/models/replays")) {
			assertThat(agent.send("GET", path).statusCode()).as(path).isEqualTo(403);
		}
	}

	@Test
	@DisplayName("A table is tried on past decisions and the answer read when it is done")
	void replays() throws Exception {
		this.decisions.decide(new CaseNumber("ESC-MODAPI-1"), "transferLimit", Map.of("severity", "HIGH"));
		String edited = Files.readString(Path.of("dmn", "transfer-limit.dmn"))
			.replaceAll("<text>\\d+</text>", "<text>41</text>");
		JsonNode started = read(
				send("/api/models/replays", Map.of("name", "transfer-limit.dmn", "content", edited, "last", 1)), 202);
		this.worker.run();

		JsonNode done = read(this.owner.send("GET", "/api/models/replays/" + started.path("id").asLong()), 200);

		assertThat(done.path("run").path("status").asText()).isEqualTo("DONE");
		assertThat(done.path("differences").path(0).path("number").asText()).isEqualTo("ESC-MODAPI-1");
		assertThat(done.path("differences").path(0).path("after").asText()).contains("41");
		assertThat(read(send("/api/models/replays", Map.of("name", "transfer-limit.dmn", "content", edited)), 400)
			.toString()).contains("\"from\"");
		this.tables.sql("DELETE FROM replay_run WHERE id = ?").param(started.path("id").asLong()).update();
	}

	private HttpResponse<String> send(String path, Map<String, ?> body) throws Exception {
		return this.owner.submit("POST", path, "application/json", this.json.writeValueAsString(body));
	}

	private JsonNode read(HttpResponse<String> answer, int status) throws Exception {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return this.json.readTree(answer.body());
	}

	/** Two rules answer the same. */
	private static Map<String, String> broken() {
		return Map.of("name", "small-table.dmn", "content",
				table("Gracias", "1.0.0").get("content").replace("<text>false</text>", "<text>true</text>"));
	}

	private static Map<String, String> table(String words, String tag) {
		return Map.of("name", "small-table.dmn", "content",
				new String(RefusedKinds.sound().get(2).content(), StandardCharsets.UTF_8).replace("Gracias", words)
					.replace("versionTag=\"1.0.0\"", "versionTag=\"" + tag + "\""));
	}

}
