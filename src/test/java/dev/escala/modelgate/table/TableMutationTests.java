package dev.escala.modelgate.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.table.DecisionContract.Answered;
import dev.escala.modelgate.table.DecisionContract.Form;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our own tables, broken in every rule, one thing at a time. What is broken never passes;
 * what an owner may change does, and is counted apart.
 */
class TableMutationTests {

	private static final Set<String> GROUPS = Arrays.stream(Role.values())
		.map(Role::groupId)
		.collect(Collectors.toSet());

	private static final TableRules RULES = new TableRules(GROUPS::contains);

	private static final DecisionContracts CONTRACTS = DecisionContracts.packed();

	private final Feel feel = new Feel();

	private final Map<String, int[]> counts = new TreeMap<>();

	private final List<String> survivors = new ArrayList<>();

	private final List<String> refusedThoughLegal = new ArrayList<>();

	@Test
	@Tag("thorough")
	@DisplayName("Nothing that is broken passes")
	void mutants() {
		OwnTablesTests.files().forEach(this::mutate);

		StringBuilder report = new StringBuilder("Mutants of our tables: kind, made, refused\n");
		this.counts.forEach((kind, count) -> report.append("  " + kind + ": " + count[0] + ", " + count[1] + "\n"));
		System.out.println(report);
		assertThat(this.survivors).isEmpty();
		assertThat(this.refusedThoughLegal).isEmpty();
	}

	private void mutate(ModelFile file) {
		TableModel table = TableReader.read(file).get(0);
		DecisionContract contract = CONTRACTS.of(table.key());
		for (int i = 0; i < table.rules().size(); i++) {
			rule(file, table, i);
			for (int column = 0; column < table.inputs().size(); column++) {
				input(file, table, i, column);
			}
			for (int column = 0; column < table.outputs().size(); column++) {
				output(file, table, contract, i, column);
			}
		}
	}

	private void rule(ModelFile file, TableModel table, int rule) {
		if (table.policy() != HitPolicy.COLLECT) {
			broken("a rule removed", file, rule, (decision, row) -> decision.getRules().remove(row));
			broken("a rule twice", file, rule, TableMutationTests::twice);
		}
		else {
			broken("a rule twice", file, rule, TableMutationTests::twice);
			count("legal: a rule removed from COLLECT", file, rule,
					changed(file, rule, (decision, row) -> decision.getRules().remove(row)), null);
		}
	}

	private static void twice(DecisionTable table, Rule rule) {
		Rule copy = table.getModelInstance().newInstance(Rule.class);
		rule.getInputEntries().forEach((cell) -> copy.getInputEntries().add(copy(cell)));
		rule.getOutputEntries().forEach((cell) -> {
			OutputEntry entry = table.getModelInstance().newInstance(OutputEntry.class);
			entry.setText(text(table, cell.getTextContent().strip()));
			copy.getOutputEntries().add(entry);
		});
		table.getRules().add(copy);
	}

	private static InputEntry copy(InputEntry cell) {
		InputEntry entry = cell.getModelInstance().newInstance(InputEntry.class);
		Text text = cell.getModelInstance().newInstance(Text.class);
		text.setTextContent(cell.getTextContent().strip());
		entry.setText(text);
		return entry;
	}

	private static Text text(DecisionTable table, String content) {
		Text text = table.getModelInstance().newInstance(Text.class);
		text.setTextContent(content);
		return text;
	}

	private void input(ModelFile file, TableModel table, int rule, int column) {
		String text = table.rules().get(rule).inputs().get(column).text();
		cell("an input that FEEL cannot read", file, rule, column, true, "> 3 and <");
		cell("an input in typographic quotes", file, rule, column, true, "“GOLD”");
		cell("a name nobody gives", file, rule, column, true, "NADIE_LO_DA");
		cell("a value that does not come", file, rule, column, true, "\"NO_EXISTE\"");
		if (text.contains("\"")) {
			cell("an input without quotes", file, rule, column, true, text.replace("\"", ""));
			String other = text.equals(text.toLowerCase()) ? text.toUpperCase() : text.toLowerCase();
			if (!other.startsWith("NOT(")) {
				cell("an input in another case", file, rule, column, true, other);
			}
			cell("an input with a blank", file, rule, column, true, text.replaceFirst("\"([^\"]+)\"", "\"$1 \""));
			cell("inputs joined by or", file, rule, column, true,
					text.contains(",") ? text.replaceAll("\"\\s*,\\s*\"", "\" or \"") : text + " or \"X\"");
		}
		else if (text.equals("true") || text.equals("false")) {
			cell("a truth value as a text", file, rule, column, true, "\"" + text + "\"");
			cell("a truth value in Spanish", file, rule, column, true, "verdadero");
			if (table.policy() != HitPolicy.COLLECT) {
				cell("the other truth value", file, rule, column, true, text.equals("true") ? "false" : "true");
			}
		}
		else if (text.matches(".*\\d.*")) {
			cell("a number as a text", file, rule, column, true, text.replaceAll("(\\d+)", "\"$1\""));
		}
		if (!text.isEmpty() && table.policy() != HitPolicy.COLLECT) {
			cell("a condition removed", file, rule, column, true, "");
		}
	}

	private void output(ModelFile file, TableModel table, DecisionContract contract, int rule, int column) {
		Answered answered = contract.outputs().get(table.outputs().get(column).name());
		String text = table.rules().get(rule).outputs().get(column).text();
		cell("an answer missing", file, rule, column, false, "");
		cell("an answer that FEEL cannot read", file, rule, column, false, "“" + text + "”");
		cell("an answer that is a date", file, rule, column, false, "2026-11-29");
		cell("an answer that nobody knows", file, rule, column, false, "\"no existe\"");
		if (text.contains("\"")) {
			cell("an answer without quotes", file, rule, column, false, text.replace("\"", ""));
			cell("an answer with a blank", file, rule, column, false, text.replaceFirst("\"$", " \""));
			String other = text.equals(text.toLowerCase()) ? text.toUpperCase() : text.toLowerCase();
			// Lengths may be written in small letters.
			if (answered.form() == Form.CHOICE || answered.form() == Form.GROUP) {
				cell("an answer in another case", file, rule, column, false, other);
				cell("two answers in a cell", file, rule, column, false, text.replaceFirst("\"$", ",managers\""));
			}
		}
		switch (answered.form()) {
			case TERM, TIME, DAYS -> {
				cell("a length in words", file, rule, column, false, "\"1 hora\"");
				cell("a length of nothing", file, rule, column, false, "\"PT0S\"");
				String longer = text.replaceFirst("\\d+", "7");
				count("legal: another length", file, rule, changedCell(file, rule, column, false, longer), text);
			}
			case NUMBER -> cell("a number below what is possible", file, rule, column, false, "-1");
			case FLAG -> cell("a truth value in Spanish", file, rule, column, false, "falso");
			case GROUP -> {
				if (GROUPS.contains(text.replace("\"", "")) && table.policy() != HitPolicy.COLLECT) {
					count("legal: another group", file, rule, changedCell(file, rule, column, false, "\"supervisors\""),
							text);
				}
			}
			default -> {
			}
		}
	}

	private void cell(String kind, ModelFile file, int rule, int column, boolean input, String text) {
		count(kind, file, rule, changedCell(file, rule, column, input, text), text);
	}

	private void broken(String kind, ModelFile file, int rule, BiConsumer<DecisionTable, Rule> change) {
		count(kind, file, rule, changed(file, rule, change), null);
	}

	private void count(String kind, ModelFile file, int rule, ModelFile mutant, String text) {
		boolean refused = RULES.check(new Submission(List.of(mutant)), this.feel).stream().anyMatch(Problem::refuses);
		int[] count = this.counts.computeIfAbsent(kind, (one) -> new int[2]);
		count[0]++;
		count[1] += refused ? 1 : 0;
		String told = kind + ": " + file.shortName() + ", rule " + (rule + 1) + ", " + text;
		if (!kind.startsWith("legal") && !refused) {
			this.survivors.add(told);
		}
		if (kind.equals("legal: another length") && refused) {
			this.refusedThoughLegal.add(told);
		}
	}

	private static ModelFile changedCell(ModelFile file, int rule, int column, boolean input, String text) {
		return changed(file, rule, (table, row) -> {
			if (input) {
				List.copyOf(row.getInputEntries()).get(column).getText().setTextContent(text);
			}
			else {
				List.copyOf(row.getOutputEntries()).get(column).getText().setTextContent(text);
			}
		});
	}

	private static ModelFile changed(ModelFile file, int rule, BiConsumer<DecisionTable, Rule> change) {
		DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file.content()));
		DecisionTable table = model.getModelElementsByType(DecisionTable.class).iterator().next();
		change.accept(table, List.copyOf(table.getRules()).get(rule));
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		Dmn.writeModelToStream(written, model);
		return new ModelFile(file.name(), written.toByteArray());
	}

}
