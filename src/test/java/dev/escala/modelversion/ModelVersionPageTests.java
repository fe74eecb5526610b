package dev.escala.modelversion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.escala.engine.persistence.InForceRepository;
import dev.escala.modelgate.RefusedKinds;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What is in force, what was before, and the way back to it")
class ModelVersionPageTests {

	private static final String TABLE = "/modelos/vigentes/tabla/smallTable";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private JdbcClient tables;

	@Autowired
	private InForceRepository inForce;

	@Autowired
	@Qualifier("releaseStart")
	private SmartInitializingSingleton start;

	private PageForms owner;

	@BeforeEach
	void twoVersions() {
		ApiClient.of(this.port, this.identity, "versions-owner", "process-owners");
		ApiClient.of(this.port, this.identity, "versions-agent", "agents");
		this.owner = new PageForms(StaffClient.basic(this.port, "versions-owner", CaseDriver.PASSWORD));
		deploy("Las palabras de siempre", "Gracias", "1.0.0");
		deploy("Más cercano", "Adiós", "1.0.1");
	}

	@AfterEach
	void asBefore() {
		List.of("versions-owner", "versions-agent").forEach(this.identity::deleteUser);
		this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey("smallTable")
			.list()
			.forEach((one) -> this.repository.deleteDeployment(one.getDeploymentId(), true));
	}

	@Test
	@DisplayName("Each model stands in the list with its version, since when, who and why")
	void inForce() {
		Document list = this.owner.open("/modelos/vigentes");

		assertThat(list.select("tr:contains(Tabla pequeña)").text()).contains("1.0.1", "versions-owner", "Más cercano");
		assertThat(list.select("tr:contains(Escalamiento de cliente)").text()).contains("customer-escalation.bpmn");
		assertThat(list.select("h2").eachText()).containsExactly("Procesos", "Tablas", "Formularios");
	}

	@Test
	@DisplayName("A difference names the rule and the column, before and now; a file comes as it was deployed")
	void difference() {
		Document changes = this.owner.open(TABLE + "/2/diferencia");

		assertThat(changes.select("tbody tr").eachText()).containsExactly(
				"Tabla pequeña smallTable Etiqueta de versión 1.0.0 1.0.1",
				"Regla 1 rule_yes Palabras \"Gracias\" \"Adiós\"");
		assertThat(this.owner.status(TABLE + "/1/diferencia")).as("there is none before it").isEqualTo(404);
		assertThat(StaffClient.basic(this.port, "versions-owner", CaseDriver.PASSWORD)
			.send("GET", TABLE + "/1/archivo")
			.body()).isEqualTo(table("Gracias", "1.0.0"));
	}

	@Test
	@DisplayName("One click goes back, with a reason and through the gate; the second click of two is told what came between")
	void back() {
		Document before = this.owner.open(TABLE);
		Document nothingSaid = this.owner.send(before, "form[action$=/1/volver]", "reason", " ");
		assertThat(this.owner.status()).isEqualTo(400);
		assertThat(nothingSaid.select("[role=alert]").text()).contains("Falta el motivo");

		Document gone = this.owner.send(before, "form[action$=/1/volver]", "reason", "Sonaba a despedida");

		assertThat(before.select("[aria-label=La tabla] tr").eachText()).containsExactly("¿Contestó? Palabras Motivo",
				"true \"Adiós\"", "false \"Hola\"");
		assertThat(gone.select("[role=status]").text()).contains("Está en vigor de nuevo: 1.0.0 (versión 3)");
		assertThat(gone.select(".items li").first().text()).contains("en vigor",
				"por versions-owner: Vuelta a la 1.0.0 (versión 1): Sonaba a despedida");
		Document late = this.owner.send(before, "form[action$=/1/volver]", "reason", "Otra vez");
		assertThat(this.owner.status()).isEqualTo(409);
		assertThat(late.select("[role=alert]").text()).contains("Mientras tanto se desplegó la 1.0.0 (versión 3)");
		assertThat(late.select("form[action$=/1/volver] [name=reason]").val()).isEqualTo("Otra vez");
	}

	@Test
	@DisplayName("A process is drawn; what there is not is told; agents see none of it")
	void others() {
		Document process = this.owner.open("/modelos/vigentes/proceso/customerEscalation");
		assertThat(process.select("svg.model").text()).contains("Atender el");
		assertThat(process.select("nav[aria-label=Planos del proceso] a").size()).isGreaterThan(1);
		assertThat(this.owner.open("/modelos/vigentes/formulario/take-over").text()).contains("take-over.form");
		for (String none : List.of("/modelos/vigentes/tabla/none", "/modelos/vigentes/nada/smallTable",
				TABLE + "/99/archivo", TABLE + "/99/diferencia")) {
			assertThat(this.owner.status(none)).as(none).isEqualTo(404);
		}
		StaffClient agent = StaffClient.basic(this.port, "versions-agent", CaseDriver.PASSWORD);
		assertThat(agent.send("GET", TABLE).statusCode()).isEqualTo(403);
		assertThat(agent.send("GET", TABLE + "/1/archivo").statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("What an owner changed stays in force when Escala brings another one, until somebody takes it")
	void brought() throws IOException {
		String own = Files.readString(Path.of("dmn", "transfer-limit.dmn"));
		deployFile("Nuestro límite", "our-limit.dmn", own.replaceFirst("versionTag=\"[^\"]+", "versionTag=\"9.0.0"));
		String page = "/modelos/vigentes/tabla/transferLimit";
		try {
			assertThat(this.owner.open(page).select("[role=status]").eachText())
				.as("what Escala brings was in force before")
				.isEmpty();
			assertThat(this.owner.status(page + "/propuesta")).isEqualTo(404);
			earlierRelease("transferLimit", own.replaceFirst("versionTag=\"[^\"]+", "versionTag=\"0.9.0"));
			Document waiting = this.owner.open(page);
			assertThat(waiting.select("[role=status]").text()).contains("Escala trae otra versión",
					"Sigue en vigor la de versions-owner");
			assertThat(this.owner.open(page + "/propuesta").select("tbody tr").eachText()).singleElement()
				.asString()
				.contains("Etiqueta de versión 9.0.0");

			Document taken = this.owner.send(waiting, "form[action$=/propuesta]");

			assertThat(taken.select("[role=status]").text()).contains("Está en vigor de nuevo")
				.doesNotContain("Escala trae otra");
			assertThat(taken.select(".items li").first().text()).contains("La que trae Escala");
			assertThat(this.owner.status(page + "/propuesta")).isEqualTo(404);
		}
		finally {
			earlierRelease("transferLimit", own);
			undeploy("Nuestro límite", "La que trae Escala");
		}
	}

	@Test
	@DisplayName("A release does not replace what an owner has put in force since the one before")
	void release() throws IOException {
		release("Hola y gracias", "2.0.0");
		assertThat(words()).contains("Hola y gracias");
		deploy("Más cercano todavía", "Hasta luego", "2.1.0");

		release("Buenos días", "3.0.0");

		assertThat(words()).contains("Hasta luego");
	}

	/** As if Escala had brought that file, and its own had never been in force. */
	private void earlierRelease(String decision, String content) {
		this.tables
			.sql("""
					UPDATE act_ge_bytearray b SET bytes_ = ? FROM act_re_decision_def d
					WHERE d.key_ = ? AND d.version_ = 1 AND b.deployment_id_ = d.deployment_id_ AND b.name_ = d.resource_name_
					""")
			.params(content.getBytes(StandardCharsets.UTF_8), decision)
			.update();
	}

	private void undeploy(String... names) {
		this.repository.createDeploymentQuery()
			.list()
			.stream()
			.filter((one) -> List.of(names).contains(one.getName()))
			.forEach((one) -> this.repository.deleteDeployment(one.getId(), true));
	}

	@Test
	@DisplayName("Who took what a release brought has changed nothing: the next release replaces it")
	void taken() throws IOException {
		release("Hola y gracias", "2.0.0");
		deploy("Más cercano todavía", "Hasta luego", "2.1.0");
		release("Buenos días", "3.0.0");
		deploy("La de la versión nueva", "Buenos días", "3.0.0");
		this.inForce.bring(List.of(table("Buenos días", "3.0.0").getBytes(StandardCharsets.UTF_8)));
		try {
			release("Buenas tardes", "4.0.0");

			assertThat(words()).contains("Buenas tardes");
		}
		finally {
			this.start.afterSingletonsInstantiated();
		}
	}

	private void release(String words, String tag) {
		this.repository.createDeployment()
			.name("versions release")
			.addString("release/small-table.dmn", table(words, tag))
			.enableDuplicateFiltering(true)
			.deploy();
	}

	/** What the table in force says. */
	private String words() throws IOException {
		String latest = this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey("smallTable")
			.latestVersion()
			.singleResult()
			.getId();
		return new String(this.repository.getDecisionModel(latest).readAllBytes(), StandardCharsets.UTF_8);
	}

	private void deploy(String why, String words, String tag) {
		deployFile(why, "small-table.dmn", table(words, tag));
	}

	private void deployFile(String why, String file, String content) {
		this.identity.setAuthentication("versions-owner", List.of("process-owners"));
		try {
			this.repository.createDeployment().name(why).addString(file, content).deploy();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private static String table(String words, String tag) {
		return new String(RefusedKinds.sound().get(2).content(), StandardCharsets.UTF_8).replace("Gracias", words)
			.replace("versionTag=\"1.0.0\"", "versionTag=\"" + tag + "\"");
	}

}
