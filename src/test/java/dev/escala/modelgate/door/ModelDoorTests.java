package dev.escala.modelgate.door;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.engine.DeploymentGuard;
import dev.escala.engine.DeploymentGuard.NewFiles;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Modeler;
import dev.escala.modelgate.OwnModels;
import dev.escala.modelgate.RefusedKinds;
import dev.escala.modelgate.RefusedKinds.Kind;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What a process owner sends from Modeler: all of it comes in, or nothing. */
@EscalaTest
class ModelDoorTests {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String TABLE = "small-table.dmn";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private JudgementRepository judgements;

	@Autowired
	private ObjectProvider<DeploymentGuard> guards;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	void people() throws Exception {
		ApiClient.of(this.port, this.identity, "gate-owner", "process-owners");
		ApiClient.of(this.port, this.identity, "gate-agent", "agents");
	}

	@AfterEach
	void asBefore() {
		List.of("gate-owner", "gate-agent").forEach(this.identity::deleteUser);
		this.repository.createDeploymentQuery()
			.deploymentNameLike("gate %")
			.list()
			.forEach((deployment) -> this.repository.deleteDeployment(deployment.getId(), true));
	}

	@Test
	@DisplayName("What Modeler asks first answers to a process owner, and a good model with its form is deployed")
	void goodModel() throws Exception {
		StaffClient owner = as("gate-owner");
		assertThat(owner.send("GET", "/engine-rest/version").statusCode()).isEqualTo(200);
		assertThat(owner.send("GET", "/engine-rest/deployment?maxResults=1").statusCode()).isEqualTo(200);

		HttpResponse<String> answer = Modeler.deploy(owner, "gate good", Map.of(), RefusedKinds.sound());

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(JSON.readTree(answer.body()).path("deployedProcessDefinitions")).hasSize(1);
		assertThat(this.repository.createProcessDefinitionQuery().processDefinitionKey("smallCase").count())
			.isEqualTo(1);
		assertThat(page()).contains("Desplegado", "small-case.bpmn", "por gate-owner", "despliegue «gate good»");
	}

	@Test
	@DisplayName("Each kind of bad model is refused with 400 and a message in Spanish, and nothing of it is deployed")
	void badModels() throws Exception {
		StaffClient owner = as("gate-owner");
		long deployments = this.repository.createDeploymentQuery().count();
		List<Long> took = new ArrayList<>();
		for (Kind kind : RefusedKinds.all()) {
			long begun = System.nanoTime();
			HttpResponse<String> answer = Modeler.deploy(owner, "gate bad", Map.of(), kind.files());
			took.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());

			assertThat(answer.statusCode()).as(kind + " " + answer.body()).isEqualTo(400);
			assertThat(JSON.readTree(answer.body()).path("message").asText()).as(kind.name())
				.contains("No se ha desplegado nada.", kind.message());
		}

		assertThat(this.repository.createDeploymentQuery().count()).isEqualTo(deployments);
		assertThat(page()).contains("No se ha desplegado", "por gate-owner");
		Collections.sort(took);
		System.out.println("p95 of a refusal: " + took.get(took.size() * 95 / 100) + " ms");
	}

	@Test
	@DisplayName("All our models at once are judged, sent by an owner")
	void ownModels() {
		HttpResponse<String> answer = Modeler.deploy(as("gate-owner"), "gate own", Map.of(), OwnModels.files());

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		Judgement judgement = this.judgements.newest(0, 1).get(0);
		assertThat(judgement.deployment()).isEqualTo("gate own");
		assertThat(judgement.files()).hasSizeGreaterThan(80);
		System.out.println("all our models judged: " + judgement.millis() + " ms");
	}

	@Test
	@DisplayName("The database waits for a judgement, however slow the machine, and for nothing else")
	void databaseWaits() throws Exception {
		ModelFile good = RefusedKinds.sound().get(2);
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			assertThat(idleTimeout()).isEqualTo("30s");
			this.guards.orderedStream()
				.forEach((guard) -> guard.check(new NewFiles("gate slow", Map.of(good.name(), good.content()),
						new UserId("gate-owner"), false)));
			assertThat(idleTimeout()).isEqualTo("10min");
			status.setRollbackOnly();
		});
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> assertThat(idleTimeout()).isEqualTo("30s"));
	}

	private String idleTimeout() {
		return this.jdbc.sql("SHOW idle_in_transaction_session_timeout").query(String.class).single();
	}

	@Test
	@DisplayName("What is sent is in force afterwards, also where the engine leaves out what did not change")
	void inForce() throws Exception {
		StaffClient owner = as("gate-owner");
		ModelFile good = RefusedKinds.sound().get(2);
		ModelFile other = new ModelFile(TABLE,
				new String(good.content(), StandardCharsets.UTF_8).replace("Gracias", "Adiós")
					.replace("versionTag=\"1.0.0\"", "versionTag=\"1.0.1\"")
					.getBytes(StandardCharsets.UTF_8));
		for (Map<String, String> fields : List.of(Map.of("enable-duplicate-filtering", "true"),
				Map.of("enable-duplicate-filtering", "true", "deploy-changed-only", "true"))) {
			assertThat(Modeler.deploy(owner, "gate one", fields, List.of(good)).statusCode()).isEqualTo(200);
			assertThat(Modeler.deploy(owner, "gate two", Map.of(), List.of(other)).statusCode()).isEqualTo(200);
			assertThat(table()).contains("Adiós");

			assertThat(Modeler.deploy(owner, "gate one", fields, List.of(good)).statusCode()).isEqualTo(200);

			assertThat(table()).contains("Gracias");
			long versions = versions();
			assertThat(Modeler.deploy(owner, "gate one", fields, List.of(good)).statusCode()).isEqualTo(200);
			assertThat(versions()).as("what is in force already needs no new version").isEqualTo(versions);
		}
	}

	@Test
	@DisplayName("What the engine itself refuses is found on the page of models, too")
	void engineRefuses() {
		Kind kind = new Kind("two starts", "small-case.bpmn", "<!-- more -->",
				"<bpmn:startEvent id=\"event_again\" name=\"Otra vez\" /><bpmn:sequenceFlow id=\"flow_again_greet\" "
						+ "sourceRef=\"event_again\" targetRef=\"userTask_greet\" />",
				"");

		HttpResponse<String> answer = Modeler.deploy(as("gate-owner"), "gate engine", Map.of(), kind.files());

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		assertThat(answer.body()).doesNotContain("No se ha desplegado nada.");
		assertThat(page()).contains("despliegue «gate engine»", "El motor no lo ha aceptado");
	}

	@Test
	@DisplayName("Agents neither deploy nor read what was found")
	void agents() {
		StaffClient agent = as("gate-agent");

		assertThat(Modeler.deploy(agent, "gate agent", Map.of(), RefusedKinds.sound()).statusCode()).isEqualTo(403);
		assertThat(agent.send("GET", "/modelos").statusCode()).isEqualTo(403);
	}

	private String page() {
		return as("gate-owner").send("GET", "/modelos").body();
	}

	private String table() throws IOException {
		String id = this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey("smallTable")
			.latestVersion()
			.singleResult()
			.getId();
		return new String(this.repository.getDecisionModel(id).readAllBytes(), StandardCharsets.UTF_8);
	}

	private long versions() {
		return this.repository.createDecisionDefinitionQuery().decisionDefinitionKey("smallTable").count();
	}

	private StaffClient as(String user) {
		return StaffClient.basic(this.port, user, "correct-Horse-7-battery");
	}

}
