package dev.escala.modelgate.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.escala.modelgate.table.TableModel;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.routing.FiledDecision;
import dev.escala.routing.RecordedDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;

/** Tells a recorded decision from what the edited table makes of the same facts. */
final class Comparison {

	private final EditedTables tables;

	private final Map<String, ReplayConsequence> consequences;

	Comparison(EditedTables tables, List<ReplayConsequence> consequences) {
		this.tables = tables;
		this.consequences = consequences.stream().collect(Collectors.toMap(ReplayConsequence::decision, (one) -> one));
	}

	/** The difference, or empty where both answer alike. */
	Optional<ReplayDifference> of(FiledDecision filed) {
		RecordedDecision decision = filed.decision();
		TableModel table = this.tables.models().get(decision.decision());
		List<Map<String, Object>> before = decision.matches().stream().map(Decision.Match::outputs).toList();
		List<Map<String, Object>> after;
		try {
			after = this.tables.evaluate(decision.decision(), decision.inputs());
		}
		catch (DmnEngineException ex) {
			return Optional.of(difference(filed, table, before, "No se puede decidir: varias reglas se contradicen",
					"habrían tenido varias reglas que se contradicen"));
		}
		if (alike(before, after)) {
			return Optional.empty();
		}
		if (after.isEmpty()) {
			return Optional.of(difference(filed, table, before, "Ninguna regla", "no habrían tenido ninguna regla"));
		}
		String followUp = Optional.ofNullable(this.consequences.get(decision.decision()))
			.flatMap((consequence) -> consequence.of(filed, after))
			.orElseGet(() -> changed(table, before, after));
		return Optional.of(difference(filed, table, before, told(table, after), followUp));
	}

	private static ReplayDifference difference(FiledDecision filed, TableModel table, List<Map<String, Object>> before,
			String after, String followUp) {
		RecordedDecision decision = filed.decision();
		String inputs = table.inputs()
			.stream()
			.map((input) -> input.label() + ": " + Decisions.told(decision.inputs().get(input.name())))
			.collect(Collectors.joining(" · "));
		return new ReplayDifference(decision.id(), filed.number(), decision.decidedAt(), table.name(), inputs,
				told(table, before), after, followUp);
	}

	/** Numbers may come back from the record as another kind of number. */
	static boolean alike(List<Map<String, Object>> before, List<Map<String, Object>> after) {
		return before.size() == after.size() && keys(before).equals(keys(after));
	}

	private static List<String> keys(List<Map<String, Object>> answers) {
		return answers.stream().map((answer) -> plain(answer).toString()).sorted().toList();
	}

	private static Map<String, String> plain(Map<String, Object> answer) {
		Map<String, String> plain = new LinkedHashMap<>();
		new TreeSet<>(answer.keySet()).forEach((name) -> plain.put(name, String.valueOf(answer.get(name))));
		return plain;
	}

	static String told(TableModel table, List<Map<String, Object>> answers) {
		return answers.stream()
			.map((answer) -> table.outputs()
				.stream()
				.map((output) -> output.label() + ": " + Decisions.told(answer.get(output.name())))
				.collect(Collectors.joining(" · ")))
			.collect(Collectors.joining("; "));
	}

	/** The columns that change, where one rule answers; else who is in and who is out. */
	static String changed(TableModel table, List<Map<String, Object>> before, List<Map<String, Object>> after) {
		if (before.size() == 1 && after.size() == 1) {
			return table.outputs()
				.stream()
				.filter((output) -> !Objects.equals(String.valueOf(before.get(0).get(output.name())),
						String.valueOf(after.get(0).get(output.name()))))
				.map((output) -> "«" + output.label() + "» habría pasado de "
						+ Decisions.told(before.get(0).get(output.name())) + " a "
						+ Decisions.told(after.get(0).get(output.name())))
				.collect(Collectors.joining(", "));
		}
		List<Map<String, Object>> more = after.stream().filter((one) -> !before.contains(one)).toList();
		List<Map<String, Object>> less = before.stream().filter((one) -> !after.contains(one)).toList();
		String added = more.isEmpty() ? "" : " de más " + told(table, more);
		String taken = less.isEmpty() ? "" : (more.isEmpty() ? "" : " y") + " de menos " + told(table, less);
		return "habrían tenido en «" + table.name() + "»" + added + taken;
	}

}
