package dev.escala.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision table of {@code dmn/} in the decision engine alone. */
class DecisionTable {

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final ThreadLocal<DmnDecisionTableEvaluationEvent> LAST = new ThreadLocal<>();

	private static final DmnEngine ENGINE = engine();

	private static final List<DecisionTable> ALL = readAll();

	private final Path file;

	private final DmnModelInstance model;

	private final DmnDecision decision;

	DecisionTable(Path file) {
		this.file = file;
		this.model = Dmn.readModelFromFile(file.toFile());
		this.decision = ENGINE.parseDecision(model().getId(), this.model);
	}

	static DecisionTable of(String key) {
		return all().filter((table) -> table.model().getId().equals(key)).findFirst().orElseThrow();
	}

	/** Each is read once: nothing changes it. */
	static Stream<DecisionTable> all() {
		return ALL.stream();
	}

	private static List<DecisionTable> readAll() {
		try (Stream<Path> files = Files.list(Path.of("dmn"))) {
			return files.filter((file) -> file.toString().endsWith(".dmn")).sorted().map(DecisionTable::new).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path file() {
		return this.file;
	}

	DmnModelInstance document() {
		return this.model;
	}

	Decision model() {
		return this.model.getModelElementsByType(Decision.class).iterator().next();
	}

	boolean collects() {
		return table().getHitPolicy() == org.camunda.bpm.model.dmn.HitPolicy.COLLECT;
	}

	org.camunda.bpm.model.dmn.instance.DecisionTable table() {
		return (org.camunda.bpm.model.dmn.instance.DecisionTable) model().getExpression();
	}

	List<Rule> rules() {
		return List.copyOf(table().getRules());
	}

	/** The names of the inputs, in table order. */
	List<String> inputs() {
		return table().getInputs().stream().map(DecisionTable::name).toList();
	}

	/** The allowed values of a text input. */
	List<String> allowed(String input) {
		return table().getInputs()
			.stream()
			.filter((column) -> name(column).equals(input) && column.getInputValues() != null)
			.flatMap((column) -> Arrays.stream(column.getInputValues().getText().getTextContent().split(",")))
			.map((value) -> value.strip().replace("\"", ""))
			.toList();
	}

	/** What the output says in each rule. */
	List<String> answers(String output) {
		int column = table().getOutputs().stream().map((each) -> each.getName()).toList().indexOf(output);
		return rules().stream()
			.map((rule) -> List.copyOf(rule.getOutputEntries())
				.get(column)
				.getText()
				.getTextContent()
				.replace("\"", ""))
			.toList();
	}

	/** The matched rules, in table order. */
	List<Hit> evaluate(Map<String, Object> values) {
		LAST.remove();
		ENGINE.evaluateDecisionTable(this.decision, values);
		return LAST.get().getMatchingRules().stream().map(Hit::of).toList();
	}

	/** Reads a line of a test such as {@code LOW, 3, true} into the inputs. */
	Map<String, Object> read(String line) {
		String[] cells = line.split(",");
		Map<String, Object> values = new LinkedHashMap<>();
		int i = 0;
		for (Input input : table().getInputs()) {
			String cell = cells[i++].strip();
			values.put(name(input), switch (input.getInputExpression().getTypeRef()) {
				case "boolean" -> Boolean.valueOf(cell);
				case "integer" -> Integer.valueOf(cell);
				default -> cell;
			});
		}
		return values;
	}

	/** Every combination of allowed values, truth values and telling numbers. */
	List<Map<String, Object>> combinations() {
		List<Map<String, Object>> combinations = new ArrayList<>();
		combinations.add(Map.of());
		int column = 0;
		for (Input input : table().getInputs()) {
			Collection<?> values = switch (input.getInputExpression().getTypeRef()) {
				case "boolean" -> List.of(true, false);
				case "integer" -> telling(column);
				default -> allowed(name(input));
			};
			List<Map<String, Object>> longer = new ArrayList<>();
			for (Map<String, Object> combination : combinations) {
				for (Object value : values) {
					Map<String, Object> more = new LinkedHashMap<>(combination);
					more.put(name(input), value);
					longer.add(more);
				}
			}
			combinations = longer;
			column++;
		}
		return combinations;
	}

	/**
	 * The extremes, and each number that a cell of the column names with its neighbours.
	 */
	private Set<Integer> telling(int column) {
		Set<Integer> numbers = new TreeSet<>();
		for (Rule rule : rules()) {
			String cell = List.copyOf(rule.getInputEntries()).get(column).getText().getTextContent();
			NUMBER.matcher(cell).results().map((match) -> Integer.valueOf(match.group())).forEach((number) -> {
				numbers.addAll(List.of(number - 1, number, number + 1));
			});
		}
		return new LinkedHashSet<>(numbers);
	}

	@Override
	public String toString() {
		return this.file.getFileName().toString();
	}

	private static String name(Input input) {
		return input.getInputExpression().getText().getTextContent();
	}

	private static DmnEngine engine() {
		DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
		configuration.setCustomPostDecisionTableEvaluationListeners(List.of(LAST::set));
		return configuration.buildEngine();
	}

	/**
	 * A matched rule with what it says, for example {@code finance} or
	 * {@code PT1H, ELAPSED}.
	 */
	record Hit(String rule, String answer) {

		private static Hit of(DmnEvaluatedDecisionRule rule) {
			return new Hit(rule.getId(),
					String.join(", ",
							rule.getOutputEntries()
								.values()
								.stream()
								.map((output) -> String.valueOf(output.getValue().getValue()))
								.toList()));
		}
	}

}
