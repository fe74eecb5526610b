package dev.escala.modelgate.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.escala.modelgate.ModelFile;

/**
 * A decision table written down for a test, and as a file as Modeler would save it.
 */
final class DmnText {

	private final String key;

	private String policy = "UNIQUE";

	private final List<String> inputs = new ArrayList<>();

	private final List<String> outputs = new ArrayList<>();

	private final List<String> rules = new ArrayList<>();

	private DmnText(String key) {
		this.key = key;
	}

	static DmnText table(String key) {
		return new DmnText(key);
	}

	/** For example {@code COLLECT" aggregation="SUM}. */
	DmnText policy(String policy) {
		this.policy = policy;
		return this;
	}

	/**
	 * An input column.
	 * @param type or {@code null}
	 * @param allowed as written, or {@code null}
	 */
	DmnText input(String name, String type, String allowed) {
		int number = this.inputs.size() + 1;
		this.inputs.add("<input id=\"input" + number + "\" label=\"" + name + "\"><inputExpression id=\"expression"
				+ number + "\"" + type(type) + "><text>" + escaped(name) + "</text></inputExpression>"
				+ ((allowed == null) ? "" : "<inputValues id=\"values" + number + "\"><text>" + escaped(allowed)
						+ "</text></inputValues>")
				+ "</input>");
		return this;
	}

	DmnText output(String name, String type) {
		this.outputs.add("<output id=\"output" + (this.outputs.size() + 1) + "\" name=\"" + name + "\" label=\"" + name
				+ "\"" + type(type) + "/>");
		return this;
	}

	/** The cells of a rule, inputs first. */
	DmnText rule(String... cells) {
		int number = this.rules.size() + 1;
		StringBuilder rule = new StringBuilder(
				"<rule id=\"rule" + number + "\"><description>Motivo " + number + "</description>");
		for (int i = 0; i < cells.length; i++) {
			String element = (i < this.inputs.size()) ? "inputEntry" : "outputEntry";
			rule.append("<" + element + " id=\"cell" + number + "_" + i + "\"><text>" + escaped(cells[i]) + "</text></"
					+ element + ">");
		}
		this.rules.add(rule + "</rule>");
		return this;
	}

	private static String type(String type) {
		return (type == null) ? "" : " typeRef=\"" + type + "\"";
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/** The same rules, all of which answer together. */
	static String collecting(DmnText text) {
		return text.policy("RULE ORDER").xml();
	}

	String xml() {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				+ "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"definitions\" "
				+ "name=\"Prueba\" namespace=\"http://camunda.org/schema/1.0/dmn\">\n<decision id=\"" + this.key
				+ "\" name=\"Prueba\">\n<decisionTable id=\"table\" hitPolicy=\"" + this.policy + "\">\n"
				+ String.join("\n", this.inputs) + "\n" + String.join("\n", this.outputs) + "\n"
				+ String.join("\n", this.rules) + "\n</decisionTable>\n</decision>\n</definitions>\n";
	}

	ModelFile file() {
		return new ModelFile("prueba.dmn", xml().getBytes(StandardCharsets.UTF_8));
	}

}
