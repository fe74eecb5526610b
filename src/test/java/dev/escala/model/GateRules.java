package dev.escala.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.escala.modelgate.Contracts;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.drawing.DrawnRule;
import dev.escala.modelgate.flow.GatewayRule;
import dev.escala.modelgate.flow.ReachRule;
import dev.escala.modelgate.reference.FormRule;
import dev.escala.modelgate.reference.NameRule;

/**
 * Rules that also keep the models of owners out. Here every process counts as one of
 * ours.
 */
final class GateRules {

	private GateRules() {
	}

	/** From every start each node can be reached, and from each node an end. */
	static final class Reachability implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			judge(new ReachRule(ofOurs(models)), models, report);
		}

	}

	/** Every split has one way without a condition, and conditions on all the others. */
	static final class Conditions implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			judge(new GatewayRule(ofOurs(models), Deployed.NOTHING), models, report);
		}

	}

	/** Called processes, decisions and groups are there. */
	static final class Names implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			judge(new NameRule(ofOurs(models), Deployed.NOTHING), models, report);
		}

	}

	/** Forms that Tasklist shows and submits, with each key once. */
	static final class Forms implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			judge(new FormRule(ofOurs(models), Deployed.NOTHING), models, report);
		}

	}

	/**
	 * Everything is drawn and covers nothing else. How it is called is told elsewhere.
	 */
	static final class Drawing implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			DrawnRule drawn = new DrawnRule();
			judge((submission) -> drawn.check(submission)
				.stream()
				.filter((problem) -> !problem.what().startsWith("No tiene nombre"))
				.toList(), models, report);
		}

	}

	private static void judge(dev.escala.modelgate.ModelRule rule, ModelSet models, Report report) {
		List<ModelFile> sent = new ArrayList<>();
		models.contents().forEach((path, text) -> sent.add(new ModelFile(path, text.getBytes(StandardCharsets.UTF_8))));
		sent.forEach((file) -> report.expect(true, file.name(), "is there"));
		rule.check(new Submission(sent))
			.forEach((problem) -> report.expect(false, problem.file() + ": " + problem.element(),
					problem.what().replace("%", "%%")));
	}

	private static Vocabulary ofOurs(ModelSet models) {
		Map<String, Vocabulary.Process> processes = new TreeMap<>();
		models.processes()
			.forEach((file) -> processes.put(file.processId(),
					new Vocabulary.Process(null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of())));
		Map<String, Vocabulary.Form> forms = new TreeMap<>();
		models.forms().forEach((form) -> {
			Set<String> offers = new TreeSet<>();
			form.fields().forEach((field) -> offers.add(field.path("valuesKey").asText()));
			forms.put(form.id(), new Vocabulary.Form(Set.of(), offers));
		});
		return new Vocabulary(Map.of(), Map.of(), processes, Map.of(), forms, Set.of(), Vocabulary.read().groups(),
				Set.of(), Contracts.NONE);
	}

}
