package dev.escala.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.flow.GatewayRule;
import dev.escala.modelgate.flow.ReachRule;

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
			judge(new GatewayRule(ofOurs(models)), models, report);
		}

	}

	private static void judge(ProcessRule rule, ModelSet models, Report report) {
		for (BpmnFile file : models.processes()) {
			ModelFile sent = new ModelFile(file.path(),
					models.contents().get(file.path()).getBytes(StandardCharsets.UTF_8));
			file.nodes().forEach((node) -> report.expect(true, file.at(node.id()), "is there"));
			rule.check(new Submission(List.of(sent)))
				.forEach((problem) -> report.expect(false, file.at(problem.element()),
						problem.what().replace("%", "%%")));
		}
	}

	private static Vocabulary ofOurs(ModelSet models) {
		Map<String, Vocabulary.Process> processes = new TreeMap<>();
		models.processes()
			.forEach((file) -> processes.put(file.processId(),
					new Vocabulary.Process(null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of())));
		return new Vocabulary(Map.of(), Map.of(), processes, Map.of(), Map.of(), Set.of(), Set.of(), Set.of());
	}

}
