package dev.escala.modelgate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes in all the same, and its author is told. */
class WarningTests {

	private final ModelGate gate = ModelGate.of(Vocabulary.read(), Deployed.NOTHING);

	@Test
	@DisplayName("What is not drawn, has no name or covers something is told and keeps nothing out")
	void drawing() {
		assertThat(warnings("bpmnElement=\"event_told\"", "bpmnElement=\"event_other\""))
			.containsExactly("small-case.bpmn, «Avisado» (event_told): No está dibujado. Dibújelo en Modeler.");
		assertThat(warnings("bpmnElement=\"flow_tell_told\"", "bpmnElement=\"flow_other\""))
			.containsExactly("small-case.bpmn, flow_tell_told: La flecha no está dibujada. Dibújela en Modeler.");
		assertThat(warnings("name=\"¿Contestó?\"", ""))
			.containsExactly("small-case.bpmn, gateway_answered: No tiene nombre. Dele uno: es lo que lee la gente.");
		assertThat(warnings("x=\"500\" y=\"60\"", "x=\"630\" y=\"60\"")).containsExactly(
				"small-case.bpmn, «Avisar del aviso» (serviceTask_tell): Tapa en parte a «Avisado» (event_told). Sepárelos.");
	}

	@Test
	@DisplayName("In a process that is not Escala's, what would need its contract is told and keeps nothing out")
	void withoutContract() {
		assertThat(warnings("${greeted}", "${greetted}")).containsExactly(
				"small-case.bpmn, «Sí» (flow_answered_yes): Lee la variable «greetted», y nada de este proceso la escribe. "
						+ "Tiene que darla quien inicia el proceso. ¿Quería decir «greeted»?");
		assertThat(warnings("<!-- beside -->", "<bpmn:message id=\"message_left\" name=\"customer.left\" />"))
			.singleElement()
			.asString()
			.contains("Escala no conoce «customer.left»: tiene que llegar por la API.");
	}

	@Test
	@DisplayName("A process of Escala that reads what nothing writes is refused")
	void withContract() {
		List<ModelFile> files = OwnModels.files()
			.stream()
			.filter((file) -> file.shortName().equals("untouched-case.bpmn"))
			.map((file) -> new ModelFile(file.name(),
					new String(file.content(), StandardCharsets.UTF_8).replace("${touched}", "${touchd}")
						.getBytes(StandardCharsets.UTF_8)))
			.toList();

		assertThat(this.gate.judge(new Submission(files)).refusals()).extracting(Problem::line)
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line).contains("Lee la variable «touchd»", "¿Quería decir «touched»?"));
	}

	@Test
	@DisplayName("A long list ends after thirty lines and says where the rest is")
	void longList() {
		List<Problem> many = IntStream.range(0, 40)
			.mapToObj((i) -> Problem.refused("a.bpmn", "e" + i, null, "Está mal.", "Corríjalo."))
			.toList();

		assertThat(new Verdict(many).message().lines()).hasSize(30)
			.startsWith("No se ha desplegado nada. Hay que corregir 40 cosas:", "a.bpmn, e0: Está mal. Corríjalo.")
			.endsWith("… y 12 más en /modelos");
	}

	private List<String> warnings(String from, String to) {
		RefusedKinds.Kind edit = new RefusedKinds.Kind("a warning", "small-case.bpmn", from, to, "");
		Verdict verdict = this.gate.judge(new Submission(edit.files()));
		assertThat(verdict.refusals()).extracting(Problem::line).isEmpty();
		return verdict.warnings().stream().map(Problem::line).toList();
	}

}
