package dev.escala.modelgate.table;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.table.TableModel.Cell;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Reads decision tables out of a file. */
public final class TableReader {

	private TableReader() {
	}

	/**
	 * The tables of a file, in its order; decisions without a table are passed over.
	 * @throws UnreadableTableException where it is no DMN
	 */
	public static List<TableModel> read(ModelFile file) {
		DmnModelInstance model = document(file);
		List<TableModel> tables = new ArrayList<>();
		try {
			for (Decision decision : model.getModelElementsByType(Decision.class)) {
				if (decision.getExpression() instanceof DecisionTable table) {
					tables.add(read(file.shortName(), model, decision, table));
				}
			}
		}
		catch (RuntimeException ex) {
			throw new UnreadableTableException(ex);
		}
		return tables;
	}

	/**
	 * The languages that a file uses beside FEEL, anywhere in it.
	 * @throws UnreadableTableException where it is no DMN
	 */
	public static Set<String> otherLanguages(ModelFile file) {
		Set<String> languages = new LinkedHashSet<>();
		collect(document(file).getDocument().getRootElement(), languages);
		return languages;
	}

	private static void collect(DomElement element, Set<String> languages) {
		String language = element.getAttribute("expressionLanguage");
		if (language != null && !isFeel(language)) {
			languages.add(language);
		}
		element.getChildElements().forEach((child) -> collect(child, languages));
	}

	private static DmnModelInstance document(ModelFile file) {
		try {
			return Dmn.readModelFromStream(new ByteArrayInputStream(file.content()));
		}
		catch (RuntimeException ex) {
			throw new UnreadableTableException(ex);
		}
	}

	private static TableModel read(String file, DmnModelInstance model, Decision decision, DecisionTable table) {
		String language = model.getDefinitions().getExpressionLanguage();
		List<TableModel.Input> inputs = table.getInputs().stream().map((input) -> input(input, language)).toList();
		List<TableModel.Output> outputs = table.getOutputs()
			.stream()
			.map((output) -> new TableModel.Output(first(output.getLabel(), output.getName(), output.getId()),
					output.getName(), output.getTypeRef()))
			.toList();
		List<TableModel.Rule> rules = new ArrayList<>();
		for (Rule rule : table.getRules()) {
			rules.add(new TableModel.Rule(rule.getId(),
					(rule.getDescription() == null) ? "" : rule.getDescription().getTextContent().strip(),
					padded(rule.getInputEntries()
						.stream()
						.map((entry) -> cell(entry.getText(), entry.getExpressionLanguage(), language))
						.toList(), inputs.size()),
					padded(rule.getOutputEntries()
						.stream()
						.map((entry) -> cell(entry.getText(), entry.getExpressionLanguage(), language))
						.toList(), outputs.size())));
		}
		return new TableModel(file, decision.getId(), first(decision.getName(), decision.getId()), table.getHitPolicy(),
				table.getAggregation(), inputs, outputs, rules, given(model));
	}

	private static TableModel.Input input(Input input, String language) {
		if (input.getInputExpression() == null) {
			return new TableModel.Input(first(input.getLabel(), input.getId()), new Cell("", true), null, null);
		}
		Cell expression = cell(input.getInputExpression().getText(), input.getInputExpression().getExpressionLanguage(),
				language);
		UnaryTests allowed = input.getInputValues();
		String values = (allowed == null || allowed.getText() == null) ? ""
				: allowed.getText().getTextContent().strip();
		return new TableModel.Input(first(input.getLabel(), expression.text(), input.getId()), expression,
				input.getInputExpression().getTypeRef(), values.isEmpty() ? null : values);
	}

	private static Cell cell(Text text, String own, String language) {
		String spoken = (own != null) ? own : language;
		return new Cell((text == null) ? "" : text.getTextContent().strip(), spoken == null || isFeel(spoken));
	}

	private static boolean isFeel(String language) {
		return language.isBlank() || language.toLowerCase(Locale.ROOT).contains("feel");
	}

	/** A rule that is shorter than the table lets everything pass there. */
	private static List<Cell> padded(List<Cell> cells, int columns) {
		List<Cell> row = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns)));
		while (row.size() < columns) {
			row.add(new Cell("", true));
		}
		return List.copyOf(row);
	}

	private static Set<String> given(DmnModelInstance model) {
		Set<String> given = new LinkedHashSet<>();
		Definitions definitions = model.getDefinitions();
		names(definitions.getModelInstance().getModelElementsByType(InputData.class), given);
		for (Decision decision : model.getModelElementsByType(Decision.class)) {
			given.add(decision.getId());
			if (decision.getVariable() != null && decision.getVariable().getName() != null) {
				given.add(decision.getVariable().getName());
			}
			if (decision.getExpression() instanceof DecisionTable table) {
				table.getOutputs().stream().map(Output::getName).filter((name) -> name != null).forEach(given::add);
			}
			else if (decision.getExpression() instanceof LiteralExpression) {
				given.add(decision.getName());
			}
		}
		given.remove(null);
		return given;
	}

	private static void names(Collection<InputData> data, Set<String> given) {
		for (InputData one : data) {
			given.add(one.getName());
			if (one.getInformationItem() != null) {
				given.add(one.getInformationItem().getName());
			}
		}
	}

	private static String first(String... names) {
		for (String name : names) {
			if (name != null && !name.isBlank()) {
				return name.strip();
			}
		}
		return "";
	}

}
