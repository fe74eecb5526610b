package dev.escala.modelgate;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Our own models pass the gate that owners' models pass. */
class OwnModelsTests {

	private final ModelGate gate = ModelGate.of(Vocabulary.read(), Deployed.NOTHING);

	@Test
	@DisplayName("Nothing is found in the models of this release")
	void ownModelsPass() {
		Verdict verdict = this.gate.judge(new Submission(OwnModels.files()));

		assertThat(verdict.problems()).extracting(Problem::line).isEmpty();
	}

	@Test
	@DisplayName("Nor in any of them by itself: the rest is there already")
	void eachByItself() {
		for (ModelFile file : OwnModels.files()) {
			assertThat(this.gate.judge(new Submission(List.of(file))).problems()).extracting(Problem::line).isEmpty();
		}
	}

}
