package dev.escala.modelgate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.escala.modelversion.ModelChange;
import dev.escala.modelversion.ModelDifference;
import dev.escala.modelversion.ModelKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our own processes and forms, broken in every place, one thing at a time. What is broken
 * never passes; what an owner may change does, is named in words, and is counted apart.
 */
class ModelMutationTests {

	/** Of each kind, from the smallest files, while nobody has time for all. */
	private static final int FEW = 5;

	private final Vocabulary vocabulary = Vocabulary.read();

	private final ModelGate gate = ModelGate.of(this.vocabulary, Deployed.NOTHING);

	@Test
	@DisplayName("Nothing that is broken passes, of each kind some")
	void some() {
		judge(FEW);
	}

	@Test
	@Tag("thorough")
	@DisplayName("Nothing that is broken passes, in any of our processes and forms")
	void all() {
		judge(Integer.MAX_VALUE);
	}

	private void judge(int most) {
		Map<String, byte[]> sound = new LinkedHashMap<>();
		OwnModels.files().forEach((file) -> sound.put(file.name(), file.content()));
		Mutants mutants = new Mutants(most);
		OwnModels.files().stream().sorted(Comparator.comparing((file) -> file.content().length)).forEach((file) -> {
			if (file.name().endsWith(".bpmn")) {
				ProcessMutants.make(file, this.vocabulary, mutants);
			}
			else if (file.name().endsWith(".form")) {
				FormMutants.make(file, this.vocabulary, mutants);
			}
		});
		Map<String, List<Mutant>> kinds = mutants.byKind();
		List<String> survivors = new ArrayList<>();
		List<String> refusedThoughLegal = new ArrayList<>();
		List<String> unsaid = new ArrayList<>();
		StringBuilder report = new StringBuilder("Mutants of our processes and forms: kind, made, refused\n");
		kinds.forEach((kind, made) -> {
			int refused = 0;
			for (Mutant mutant : made) {
				Verdict verdict = this.gate.judge(new Submission(List.of(mutant.file())));
				refused += verdict.refuses() ? 1 : 0;
				if (!mutant.legal() && !verdict.refuses()) {
					survivors.add(mutant.toString());
				}
				if (mutant.legal() && verdict.refuses() && !kind.equals("legal: a flow removed")) {
					refusedThoughLegal.add(mutant + " — " + verdict.refusals().get(0).line());
				}
				if (mutant.legal() && !isNamed(mutant, sound.get(mutant.file().name()))) {
					unsaid.add(mutant.toString());
				}
			}
			report.append("  " + kind + ": " + made.size() + ", " + refused + "\n");
		});
		System.out.println(report);
		assertThat(kinds).hasSizeGreaterThan(60);
		assertThat(survivors).isEmpty();
		assertThat(refusedThoughLegal).isEmpty();
		assertThat(unsaid).isEmpty();
	}

	/** Whether the difference view says in Spanish what has changed, and where. */
	private static boolean isNamed(Mutant mutant, byte[] sound) {
		ModelKind kind = mutant.file().name().endsWith(".form") ? ModelKind.FORM : ModelKind.PROCESS;
		List<ModelChange> changes = ModelDifference.between(kind, sound, mutant.file().content());
		return !changes.isEmpty() && changes.stream()
			.allMatch((change) -> Character.isUpperCase(change.what().charAt(0)) && !change.label().isBlank()
					&& !(change.before() + change.after()).contains("{\""));
	}

}
