package dev.escala.diagram;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.modelgate.table.TableModel;
import dev.escala.modelgate.table.TableModel.Cell;
import dev.escala.routing.Decision;
import dev.escala.routing.RecordedDecision;

/**
 * A decision table as its owner sees it, with the rules that answered a case.
 *
 * @param name the table's name
 * @param inputs the input columns
 * @param outputs the labels of the output columns
 * @param rows all rules, in table order
 */
public record LitTable(String name, List<Asked> inputs, List<String> outputs, List<Row> rows) {

	/**
	 * Lights the rules that answered.
	 * @param words says a value in the words of people
	 */
	public static LitTable of(TableModel table, RecordedDecision decision, Function<Object, String> words) {
		Set<String> matched = decision.matches().stream().map(Decision.Match::ruleId).collect(Collectors.toSet());
		return new LitTable(table.name(),
				table.inputs()
					.stream()
					.map((input) -> new Asked(input.label(), words.apply(decision.inputs().get(input.name()))))
					.toList(),
				table.outputs().stream().map(TableModel.Output::label).toList(),
				table.rules()
					.stream()
					.map((rule) -> new Row(table.place(rule), texts(rule.inputs(), "cualquiera"),
							texts(rule.outputs(), "nada"), rule.reason(), matched.contains(rule.id())))
					.toList());
	}

	private static List<String> texts(List<Cell> cells, String empty) {
		return cells.stream().map((cell) -> cell.isAny() ? empty : spaced(cell.text())).toList();
	}

	/** A list can be broken between its values only. */
	private static String spaced(String text) {
		return text.replace("\",\"", "\", \"");
	}

	/** The places of the rules that answered. */
	public List<Integer> lit() {
		return this.rows.stream().filter(Row::lit).map(Row::place).toList();
	}

	/**
	 * An input column.
	 *
	 * @param label what people call it
	 * @param value what it was in the case
	 */
	public record Asked(String label, String value) {
	}

	/**
	 * A rule.
	 *
	 * @param place in the table, from 1
	 * @param reason its annotation
	 * @param lit whether it answered
	 */
	public record Row(int place, List<String> inputs, List<String> outputs, String reason, boolean lit) {
	}

}
