package dev.escala.modelgate;

import java.util.List;

import dev.escala.modelgate.RefusedKinds.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of model that must not come in is named to its author. */
class RefusedKindsTests {

	private final ModelGate gate = ModelGate.of(Vocabulary.read(), Deployed.NOTHING);

	static List<Kind> kinds() {
		return RefusedKinds.all();
	}

	@Test
	@DisplayName("The models without an edit pass, and there are at least sixty kinds of edits")
	void soundModelsPass() {
		assertThat(this.gate.judge(new Submission(RefusedKinds.sound())).problems()).extracting(Problem::line)
			.isEmpty();
		assertThat(kinds()).hasSizeGreaterThanOrEqualTo(60);
	}

	@Test
	@DisplayName("Files of other kinds do not come in, nor models that the engine would not recognize")
	void otherFiles() {
		assertThat(refusals("marker.cmmn"))
			.containsExactly("marker.cmmn: Los modelos CMMN no se permiten. Dibuje el proceso en BPMN.");
		assertThat(refusals("marker.js")).singleElement().asString().contains("Este tipo de archivo no se permite.");
		assertThat(refusals("marker.BPMN")).singleElement()
			.asString()
			.contains("Escriba la terminación en minúsculas.");
	}

	private List<String> refusals(String file) {
		Submission submission = new Submission(List.of(new ModelFile(file, new byte[0])));
		return this.gate.judge(submission).refusals().stream().map(Problem::line).toList();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	@DisplayName("Its author reads what is wrong, where, and what to do")
	void isRefused(Kind kind) {
		Verdict verdict = this.gate.judge(new Submission(kind.files()));

		assertThat(verdict.refusals()).extracting(Problem::line)
			.anySatisfy((line) -> assertThat(line).contains(kind.message()));
		assertThat(verdict.message()).startsWith("No se ha desplegado nada.").contains(kind.message());
	}

}
