package dev.escala.escalation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Modeler;
import dev.escala.modelgate.RefusedKinds;
import dev.escala.monitoring.SelfCheck;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Logged;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/** A release starts that no longer has what an owner's model in force names. */
@EscalaTest
@DisplayName("An owner's model in force no longer passes the gate of a release")
class OutdatedModelStoryTests extends EscalationStory {

	private static final String PAGE = "/modelos/vigentes/proceso/customerEscalation";

	@Autowired
	@Qualifier("releaseStart")
	private SmartInitializingSingleton start;

	@Autowired
	private List<SelfCheck> checks;

	@AfterEach
	void asBefore() {
		this.engine.getRepositoryService()
			.createDeploymentQuery()
			.list()
			.stream()
			.filter((one) -> one.getName() != null
					&& one.getName().matches("outdated story|La que trae Escala|En lugar de la .*"))
			.forEach((one) -> this.engine.getRepositoryService().deleteDeployment(one.getId(), true));
		this.jdbc.sql("DELETE FROM outdated_model").update();
	}

	@Test
	@DisplayName("What runs goes on with it, what is new begins with Escala's; log, finding and page name it until somebody decides")
	void replaced() throws Exception {
		PageForms owner = owner();
		deploy(List.of(StageStoryTests.withStage(), StageStoryTests.form()));
		CaseNumber running = this.people.report("agente", moderate());
		assertThat(this.people.tasks(running)).contains(StageStoryTests.STAGE);
		this.start.afterSingletonsInstantiated();
		assertThat(found()).as("what passes is told to nobody").isEmpty();
		gone("customer-escalation.bpmn", "${assignGroup}", "${assignSquad}");

		try (Logged log = Logged.below("dev.escala.modelversion.outdated.ReleaseStart")) {
			this.start.afterSingletonsInstantiated();
			assertThat(log.lines()).singleElement()
				.asString()
				.contains("customerEscalation", "by propietario", "«assignSquad» no se permite",
						"New work begins with the one that Escala brings");
		}

		assertThat(this.people.tasks(running)).contains(StageStoryTests.STAGE);
		CaseNumber later = this.people.report("agente", moderate());
		assertThat(this.people.tasks(later)).contains("userTask_takeOver").doesNotContain(StageStoryTests.STAGE);
		assertThat(found()).singleElement()
			.asString()
			.contains("«Escalamiento de cliente» (customer-escalation.bpmn)", "1.2.0-contrato",
					"que desplegó propietario", "«assignSquad» no se permite",
					"Lo que ya estaba en marcha sigue con ella (1); lo nuevo empieza con la que trae Escala.");
		assertThat(owner.open("/modelos/vigentes").select("tr:contains(customer-escalation.bpmn)").text())
			.contains("en lugar de una que no pasa las comprobaciones", "En lugar de la 1.2.0-contrato");
		Document page = owner.open(PAGE);
		assertThat(page.select("[role=alert]").text()).contains("que desplegó propietario", "«assignSquad»");
		assertThat(page.select(".items li").first().text()).contains("con Escala: En lugar de la 1.2.0-contrato");
		this.start.afterSingletonsInstantiated();
		assertThat(found()).as("another start says the same").hasSize(1);

		Document kept = owner.send(page, "form[action$=/propuesta]");

		assertThat(kept.select("[role=alert]").eachText()).isEmpty();
		assertThat(kept.select(".items li").first().text()).contains("por propietario: La que trae Escala");
		assertThat(found()).isEmpty();
	}

	@Test
	@DisplayName("Of what Escala brings none there is nothing in its place: it stays, and is named until it is mended")
	void withoutAnother() {
		PageForms owner = owner();
		deploy(RefusedKinds.sound());
		gone("small-case.bpmn", "assignment.dueDate", "assignment.endDate");

		this.start.afterSingletonsInstantiated();

		assertThat(found()).singleElement()
			.asString()
			.contains("(small-case.bpmn)", "«endDate»", "Sigue en vigor, porque Escala no trae otra.");
		assertThat(owner.open("/modelos/vigentes").select("tr:contains(small-case.bpmn)").text())
			.contains("no pasa las comprobaciones");
		gone("small-case.bpmn", "assignment.endDate", "assignment.dueDate");
		this.start.afterSingletonsInstantiated();
		assertThat(found()).isEmpty();
	}

	@Test
	@DisplayName("Escala's own form takes no field from what runs: then the owner's stays, and it is told why")
	void hindered() throws IOException {
		owner();
		String form = Files.readString(Path.of("bpmn", "customer-escalation", "take-over.form"));
		String more = form.replaceFirst("\"components\": \\[",
				"\"components\": [ { \"id\": \"Field_more\", \"key\": \"more\", \"label\": \"Más\", \"type\": \"textfield\" },");
		deploy(List.of(new ModelFile("take-over.form", more.getBytes(StandardCharsets.UTF_8))));
		this.people.report("agente", moderate());
		gone("take-over.form", "\"textfield\"", "\"filepicker\"");

		this.start.afterSingletonsInstantiated();

		assertThat(found()).singleElement()
			.asString()
			.contains("(take-over.form)", "que desplegó propietario", "«filepicker» no se permite",
					"la que trae Escala tampoco puede entrar: ", "Quita el campo «more»");
	}

	private PageForms owner() {
		this.people.person("propietario", Role.PROCESS_OWNERS);
		return new PageForms(StaffClient.basic(this.port, "propietario", CaseDriver.PASSWORD));
	}

	private void deploy(List<ModelFile> files) {
		var answer = Modeler.deploy(StaffClient.basic(this.port, "propietario", CaseDriver.PASSWORD), "outdated story",
				Map.of(), files);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	/** As if an older release had let in what this one does not. */
	private void gone(String file, String before, String now) {
		assertThat(this.jdbc.sql("""
				UPDATE act_ge_bytearray b
				SET bytes_ = convert_to(replace(convert_from(b.bytes_, 'UTF8'), ?, ?), 'UTF8')
				FROM act_re_deployment d
				WHERE d.name_ = 'outdated story' AND b.deployment_id_ = d.id_ AND b.name_ = ?
				""").params(before, now, file).update()).isEqualTo(1);
	}

	private List<String> found() {
		return this.checks.stream()
			.filter((check) -> check.kind().equals("outdated-models"))
			.flatMap((check) -> check.find().stream())
			.map(SelfCheck.Trouble::text)
			.toList();
	}

}
