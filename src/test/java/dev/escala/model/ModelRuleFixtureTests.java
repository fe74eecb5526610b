package dev.escala.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves each rule by a fixture: a sound model, and for each rule edits to it that break
 * this rule and no other.
 */
class ModelRuleFixtureTests {

	private static final Path FIXTURES = Path.of("src/test/resources/model-fixtures");

	/**
	 * One way to break the sound model: the rule, part of what it then finds, what to
	 * replace in the sound files, and files to add to them.
	 */
	record Defect(String rule, String finding, List<Edit> edits, Map<String, String> add) {

		record Edit(String from, String to) {
		}

	}

	static Stream<Named<Defect>> defects() throws IOException {
		return readDefects().stream().map((defect) -> Named.of(defect.rule() + ": " + defect.finding(), defect));
	}

	@Test
	@DisplayName("The sound model breaks no rule and gives every rule something to look at")
	void soundModel() {
		ModelSet models = ModelSet.of(sound());

		for (ModelRule rule : ModelRules.ALL) {
			Report report = rule.check(models);
			assertThat(report.findings()).as(rule.title()).isEmpty();
			assertThat(report.examined()).as(rule.title()).isPositive();
		}
	}

	@ParameterizedTest
	@MethodSource("defects")
	@DisplayName("The rule, and only this rule, finds its defect")
	void onlyTheRuleFindsItsDefect(Defect defect) {
		ModelSet broken = ModelSet.of(breakBy(defect));

		List<String> finders = new ArrayList<>();
		for (ModelRule rule : ModelRules.ALL) {
			List<String> findings = rule.check(broken).findings();
			if (!findings.isEmpty()) {
				finders.add(rule.title());
				assertThat(String.join("\n", findings)).contains(defect.finding());
			}
		}
		assertThat(finders).containsExactly(defect.rule());
	}

	@Test
	@DisplayName("Every rule has a fixture that breaks it")
	void everyRuleIsProven() throws IOException {
		assertThat(readDefects().stream().map(Defect::rule))
			.containsAll(ModelRules.ALL.stream().map(ModelRule::title).toList());
	}

	private static List<Defect> readDefects() throws IOException {
		return List
			.of(new ObjectMapper().readValue(Files.readString(FIXTURES.resolve("defects.json")), Defect[].class));
	}

	private static Map<String, String> sound() {
		return new TreeMap<>(ModelSet.contents(FIXTURES.resolve("sound")));
	}

	private static Map<String, String> breakBy(Defect defect) {
		Map<String, String> files = sound();
		for (Defect.Edit edit : defect.edits()) {
			assertThat(files.values()).as("the sound model has %s", edit.from())
				.anyMatch((content) -> content.contains(edit.from()));
			files.replaceAll((path, content) -> content.replace(edit.from(), edit.to()));
		}
		if (defect.add() != null) {
			files.putAll(defect.add());
		}
		return files;
	}

}
