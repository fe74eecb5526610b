package dev.escala.modelgate.table;

import java.util.List;
import java.util.Set;

import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;

/**
 * A decision table as its owner wrote it.
 *
 * @param file the file's name without folders
 * @param key the decision's key
 * @param name the decision's name, or its key where it has none
 * @param policy which rules answer
 * @param aggregation what COLLECT makes of the answers, or {@code null}
 * @param inputs its input columns
 * @param outputs its output columns
 * @param rules its rules, in table order
 * @param given what the file says that the decision is given beside its own inputs: data
 * and the answers of other decisions
 */
public record TableModel(String file, String key, String name, HitPolicy policy, BuiltinAggregator aggregation,
		List<Input> inputs, List<Output> outputs, List<Rule> rules, Set<String> given) {

	/** Whether several rules answer together. */
	public boolean collects() {
		return this.policy == HitPolicy.COLLECT || this.policy == HitPolicy.RULE_ORDER;
	}

	/** The place of the rule in the table, counted from 1, as Modeler shows it. */
	public int place(Rule rule) {
		return this.rules.indexOf(rule) + 1;
	}

	/**
	 * A text of the table and whether it is FEEL.
	 *
	 * @param text without blanks around it; empty where nothing is written
	 * @param feel whether the table's own language reads it
	 */
	public record Cell(String text, boolean feel) {

		/** Whether it lets everything pass. */
		public boolean isAny() {
			return this.text.isEmpty() || this.text.equals("-");
		}

	}

	/**
	 * An input column.
	 *
	 * @param label what people call it, or its expression
	 * @param expression what is asked, usually the name of a variable
	 * @param type such as {@code string}, or {@code null}
	 * @param allowed the values that may come, as written, or {@code null}
	 */
	public record Input(String label, Cell expression, String type, String allowed) {

		/** The name of the variable that is asked. */
		public String name() {
			return this.expression.text();
		}

	}

	/**
	 * An output column.
	 *
	 * @param label what people call it, or its name
	 * @param name what the answer is read by, or {@code null}
	 * @param type such as {@code string}, or {@code null}
	 */
	public record Output(String label, String name, String type) {
	}

	/**
	 * A rule.
	 *
	 * @param id its id
	 * @param reason its annotation, or empty
	 * @param inputs one cell for each input column
	 * @param outputs one cell for each output column
	 */
	public record Rule(String id, String reason, List<Cell> inputs, List<Cell> outputs) {
	}

}
