package dev.escala.pursuit;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Modeler;
import dev.escala.pursuit.persistence.StagePassed;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("An owner adds a stage in Modeler: a task copied, an arrow, rows of a table, and no code (002-20)")
class AddedStageTests extends PursuitStory {

	private static final String DEMO = "userTask_workProspectDemo";

	private static final String DEPLOYMENT = "addstage Demostración";

	@LocalServerPort
	private int port;

	@BeforeEach
	void givenAnOwner() {
		this.people.person("addstage-owner", Role.PROCESS_OWNERS);
	}

	/** What others find in force is what Escala brings. */
	@AfterEach
	void asBefore() {
		this.engine.getRepositoryService()
			.createDeploymentQuery()
			.deploymentName(DEPLOYMENT)
			.list()
			.forEach((one) -> this.engine.getRepositoryService().deleteDeployment(one.getId(), true));
	}

	@Test
	@DisplayName("Who is on the way keeps the old stages; the next prospect goes through the new one, by its own rules")
	void runsThroughTheNewStage() throws IOException {
		CaseNumber before = registered();
		this.people.complete(before, SELLER, NEW, talk("CONTACTED"));

		HttpResponse<String> sent = deploy(model(), table());
		assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
		CaseNumber number = registered();
		this.people.complete(number, SELLER, NEW, talk("CONTACTED"));
		assertThat(this.people.offered(number, CONTACTED, "nextStages")).contains("DEMO");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, CONTACTED, Map.of("nextStage", "REFUSED")))
			.as("its rule asks for nothing, and a loss has its reason all the same")
			.hasMessageContaining("Falta por qué se pierde")
			.hasMessageContaining("Falta qué se aprende");
		this.people.complete(number, SELLER, CONTACTED, Map.of("nextStage", "DEMO"));

		assertThat(this.people.tasks(number)).containsExactly(DEMO);
		assertThat(standing(number).name()).isEqualTo("Demostración");
		assertThat((String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, DEMO).getId(), "stageGuide"))
			.contains("«Demostración»", "quiere verlo funcionar", "Enséñelo");
		assertThat(this.people.offered(number, DEMO, "nextStages")).containsExactly("CONVERTED");
		this.people.complete(number, SELLER, DEMO, Map.of("nextStage", "CONVERTED", "request", "Dos licencias"));
		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.pursuits.history(number)).extracting(StagePassed::to)
			.containsExactly("NEW", "CONTACTED", "DEMO", "CONVERTED");

		this.people.complete(before, SELLER, CONTACTED, talk("CONTACTED"));
		assertThat(this.people.offered(before, CONTACTED, "nextStages")).as("its model has no such stage")
			.doesNotContain("DEMO");
		this.people.complete(before, SELLER, CONTACTED, refusal());
	}

	@Test
	@DisplayName("A stage that nobody can reach, of an unknown kind, or under an id that nobody knows is refused with what to do")
	void refused() throws IOException {
		String whole = new String(model().content(), StandardCharsets.UTF_8);

		assertThat(deploy(file("prospect.bpmn", whole.replace("nextStage == 'DEMO'", "nextStage == 'DEMOS'")), table())
			.body()).contains("Ninguna flecha lleva a la etapa «DEMO»", "${nextStage == 'DEMO'}");
		assertThat(
				deploy(file("prospect.bpmn", whole.replace("value=\"DEMO\" />", "value=\"NEW\" />")), table()).body())
			.contains("Dos pasos son la etapa «NEW»");
		assertThat(deploy(
				file("prospect.bpmn",
						whole.replaceFirst("(?s)(value=\"DEMO\" />.{0,120}?)value=\"ACTIVE\"", "$1value=\"OPEN\"")),
				table())
			.body()).contains("La clase de etapa «OPEN» no existe", "ACTIVE, WAITING");
		assertThat(deploy(file("prospect.bpmn",
				whole.replace(DEMO, "userTask_demonstrate").replace("flow_workProspectDemo", "flow_demonstrate")),
				table())
			.body()).contains("userTask_workProspect");
	}

	private HttpResponse<String> deploy(ModelFile... files) {
		return Modeler.deploy(StaffClient.basic(this.port, "addstage-owner", CaseDriver.PASSWORD), DEPLOYMENT, Map.of(),
				List.of(files));
	}

	/** The task of doubts copied, with its arrows, as Modeler writes it. */
	private static ModelFile model() throws IOException {
		String model = Files.readString(Path.of("bpmn", "prospect", "prospect.bpmn"));
		String task = between(model, "    <bpmn:userTask id=\"" + UNDECIDED + "\"", "</bpmn:userTask>\n");
		String copy = task.replace(UNDECIDED, DEMO)
			.replace("Resolver sus dudas", "Enseñar el producto")
			.replace("UNDECIDED", "DEMO")
			.replace("value=\"Interesado sin decisión\"", "value=\"Demostración\"")
			.replaceAll("(?s)<bpmn:documentation>.*?</bpmn:documentation>",
					"<bpmn:documentation>Etapa «Demostración»: quiere verlo funcionar.\n\nEnséñelo con sus propios datos.</bpmn:documentation>")
			.replaceAll("\\s*<bpmn:(incoming|outgoing)>[^<]*</bpmn:\\1>", "")
			.replace("    </bpmn:userTask>", "      <bpmn:incoming>flow_nextStage_demo</bpmn:incoming>\n"
					+ "      <bpmn:outgoing>flow_workProspectDemo_prospectJoin</bpmn:outgoing>\n    </bpmn:userTask>");
		String flows = "    <bpmn:sequenceFlow id=\"flow_nextStage_demo\" name=\"demostración\" sourceRef=\"gateway_nextStage\" targetRef=\""
				+ DEMO
				+ "\">\n      <bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${nextStage == 'DEMO'}</bpmn:conditionExpression>\n"
				+ "    </bpmn:sequenceFlow>\n    <bpmn:sequenceFlow id=\"flow_workProspectDemo_prospectJoin\" sourceRef=\""
				+ DEMO + "\" targetRef=\"gateway_prospectJoin\" />\n  </bpmn:process>";
		String shapes = "<bpmndi:BPMNShape id=\"" + DEMO + "_di\" bpmnElement=\"" + DEMO
				+ "\"><dc:Bounds x=\"1050\" y=\"350\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>"
				+ "<bpmndi:BPMNEdge id=\"flow_nextStage_demo_di\" bpmnElement=\"flow_nextStage_demo\"><di:waypoint x=\"365\" y=\"390\" /><di:waypoint x=\"1050\" y=\"390\" /></bpmndi:BPMNEdge>"
				+ "<bpmndi:BPMNEdge id=\"flow_workProspectDemo_prospectJoin_di\" bpmnElement=\"flow_workProspectDemo_prospectJoin\"><di:waypoint x=\"1100\" y=\"350\" /><di:waypoint x=\"220\" y=\"365\" /></bpmndi:BPMNEdge>"
				+ "    </bpmndi:BPMNPlane>";
		return file("prospect.bpmn",
				model.replace(task, task + copy)
					.replace("  </bpmn:process>", flows)
					.replace("    </bpmndi:BPMNPlane>", shapes)
					.replace("<bpmn:incoming>flow_workProspectNew_prospectJoin</bpmn:incoming>",
							"<bpmn:incoming>flow_workProspectNew_prospectJoin</bpmn:incoming>"
									+ "<bpmn:incoming>flow_workProspectDemo_prospectJoin</bpmn:incoming>")
					.replace("<bpmn:outgoing>flow_nextStage_new</bpmn:outgoing>",
							"<bpmn:outgoing>flow_nextStage_new</bpmn:outgoing>"
									+ "<bpmn:outgoing>flow_nextStage_demo</bpmn:outgoing>")
					.replaceFirst("versionTag=\"[^\"]+", "versionTag=\"9.1.0-addstage"));
	}

	/**
	 * From whom one talks to it leads to the demonstration, and from there to a quote.
	 */
	private static ModelFile table() throws IOException {
		String table = Files.readString(Path.of("dmn", "prospect-transition.dmn"));
		String rule = between(table, "      <rule id=\"rule_prospectTransition_contactedUndecided\">", "</rule>\n");
		String into = rule.replace("contactedUndecided", "contactedDemo").replace("\"UNDECIDED\"", "\"DEMO\"");
		String converted = between(table, "      <rule id=\"rule_prospectTransition_contactedConverted\">",
				"</rule>\n");
		String on = converted.replace("contactedConverted", "demoConverted").replace("\"CONTACTED\"", "\"DEMO\"");
		String refused = between(table, "      <rule id=\"rule_prospectTransition_contactedRefused\">", "</rule>\n");
		return file("prospect-transition.dmn",
				table.replace(rule, rule + into + on)
					.replace(refused, refused.replace("\"REASON\"", "\"NOTHING\""))
					.replace("\"QUALIFYING\",\"LATER\"</text>", "\"QUALIFYING\",\"LATER\",\"DEMO\"</text>")
					.replaceFirst("versionTag=\"[^\"]+", "versionTag=\"9.1.0-addstage"));
	}

	private static String between(String text, String from, String to) {
		int begin = text.indexOf(from);
		return text.substring(begin, text.indexOf(to, begin) + to.length());
	}

	private static ModelFile file(String name, String content) {
		return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
	}

}
