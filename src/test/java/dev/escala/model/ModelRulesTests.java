package dev.escala.model;

import java.nio.file.Path;
import java.util.stream.Stream;

import dev.escala.modelgate.file.BpmnFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The models in {@code bpmn/} and {@code dmn/} keep every rule. */
class ModelRulesTests {

	private static final ModelSet MODELS = ModelSet.read(Path.of("bpmn"), Path.of("dmn"));

	static Stream<Named<ModelRule>> rules() {
		return ModelRules.ALL.stream().map((rule) -> Named.of(rule.title(), rule));
	}

	@ParameterizedTest
	@MethodSource("rules")
	@DisplayName("Every model keeps the rule")
	void everyModelKeepsTheRule(ModelRule rule) {
		Report report = rule.check(MODELS);

		assertThat(report.findings()).isEmpty();
		assertThat(report.examined()).as("what the rule looked at").isPositive();
	}

	@Test
	@DisplayName("The customer escalation shows its four phases, in order and on one row")
	void fourPhases() {
		BpmnFile file = MODELS.processes()
			.stream()
			.filter((process) -> process.processId().equals("customerEscalation"))
			.findFirst()
			.orElseThrow();
		var phases = Stream.of("create", "communicate", "resolve", "close")
			.map((phase) -> file.shapes().get("subProcess_" + phase).box())
			.toList();

		for (int i = 1; i < phases.size(); i++) {
			assertThat(phases.get(i).y()).isEqualTo(phases.get(0).y());
			assertThat(phases.get(i).x()).isGreaterThan(phases.get(i - 1).right());
		}
	}

}
