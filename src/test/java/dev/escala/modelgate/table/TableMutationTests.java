package dev.escala.modelgate.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.table.DecisionContract.Answered;
import dev.escala.modelgate.table.DecisionContract.Form;
import dev.escala.modelgate.table.TableModel.Cell;
import dev.escala.modelgate.table.TableModel.Rule;
import org.camunda.bpm.model.dmn.HitPolicy;
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
	@DisplayName("Nothing that is broken passes, in the smallest of our tables")
	void mutantsOfOne() {
		passNone(OwnTablesTests.files().stream().filter((file) -> file.name().endsWith("observation-period.dmn")));
	}

	@Test
	@Tag("thorough")
	@DisplayName("Nothing that is broken passes, in any of our tables")
	void mutants() {
		passNone(OwnTablesTests.files().stream());
	}

	private void passNone(Stream<ModelFile> files) {
		files.forEach(this::mutate);

		StringBuilder report = new StringBuilder("Mutants of our tables: kind, made, refused\n");
		this.counts.forEach((kind, count) -> report.append("  " + kind + ": " + count[0] + ", " + count[1] + "\n"));
		System.out.println(report);
		assertThat(this.counts).isNotEmpty();
		assertThat(this.survivors).isEmpty();
		assertThat(this.refusedThoughLegal).isEmpty();
	}

	private void mutate(ModelFile file) {
		TableModel table = TableReader.read(file).get(0);
		DecisionContract contract = CONTRACTS.of(table.key());
		for (int i = 0; i < table.rules().size(); i++) {
			List<Rule> without = new ArrayList<>(table.rules());
			without.remove(i);
			count((table.policy() == HitPolicy.COLLECT) ? "legal: a rule removed from COLLECT" : "a rule removed",
					table, i, with(table, without), null);
			List<Rule> more = new ArrayList<>(table.rules());
			Rule rule = table.rules().get(i);
			more.add(new Rule("copy", rule.reason(), rule.inputs(), rule.outputs()));
			count("a rule twice", table, i, with(table, more), null);
			for (int column = 0; column < table.inputs().size(); column++) {
				input(table, i, column);
			}
			for (int column = 0; column < table.outputs().size(); column++) {
				output(table, contract, i, column);
			}
		}
	}

	private void input(TableModel table, int rule, int column) {
		String text = table.rules().get(rule).inputs().get(column).text();
		cell("an input that FEEL cannot read", table, rule, column, true, "> 3 and <");
		cell("an input in typographic quotes", table, rule, column, true, "“GOLD”");
		cell("a name nobody gives", table, rule, column, true, "NADIE_LO_DA");
		cell("a value that does not come", table, rule, column, true, "\"NO_EXISTE\"");
		if (text.contains("\"")) {
			cell("an input without quotes", table, rule, column, true, text.replace("\"", ""));
			String other = text.equals(text.toLowerCase(Locale.ROOT)) ? text.toUpperCase(Locale.ROOT)
					: text.toLowerCase(Locale.ROOT);
			if (!other.startsWith("NOT(")) {
				cell("an input in another case", table, rule, column, true, other);
			}
			cell("an input with a blank", table, rule, column, true, text.replaceFirst("\"([^\"]+)\"", "\"$1 \""));
			cell("inputs joined by or", table, rule, column, true,
					text.contains(",") ? text.replaceAll("\"\\s*,\\s*\"", "\" or \"") : text + " or \"X\"");
		}
		else if (text.equals("true") || text.equals("false")) {
			cell("a truth value as a text", table, rule, column, true, "\"" + text + "\"");
			cell("a truth value in Spanish", table, rule, column, true, "verdadero");
			if (table.policy() != HitPolicy.COLLECT) {
				cell("the other truth value", table, rule, column, true, text.equals("true") ? "false" : "true");
			}
		}
		else if (text.matches(".*\\d.*")) {
			cell("a number as a text", table, rule, column, true, text.replaceAll("(\\d+)", "\"$1\""));
		}
		if (!text.isEmpty() && table.policy() != HitPolicy.COLLECT) {
			cell("a condition removed", table, rule, column, true, "");
		}
	}

	private void output(TableModel table, DecisionContract contract, int rule, int column) {
		Answered answered = contract.outputs().get(table.outputs().get(column).name());
		String text = table.rules().get(rule).outputs().get(column).text();
		cell("an answer missing", table, rule, column, false, "");
		cell("an answer that FEEL cannot read", table, rule, column, false, "“" + text + "”");
		cell("an answer that is a date", table, rule, column, false, "2026-11-29");
		// What people read may say anything.
		cell((answered.form() == Form.TEXT) ? "legal: another text" : "an answer that nobody knows", table, rule,
				column, false, "\"no existe\"");
		if (text.contains("\"")) {
			cell("an answer without quotes", table, rule, column, false, text.replace("\"", ""));
			cell("an answer with a blank", table, rule, column, false, text.replaceFirst("\"$", " \""));
			String other = text.equals(text.toLowerCase(Locale.ROOT)) ? text.toUpperCase(Locale.ROOT)
					: text.toLowerCase(Locale.ROOT);
			// Lengths may be written in small letters.
			if (answered.form() == Form.CHOICE || answered.form() == Form.GROUP) {
				cell("an answer in another case", table, rule, column, false, other);
				cell("two answers in a cell", table, rule, column, false, text.replaceFirst("\"$", ",managers\""));
			}
		}
		switch (answered.form()) {
			case TERM, TIME, DAYS -> {
				cell("a length in words", table, rule, column, false, "\"1 hora\"");
				cell("a length of nothing", table, rule, column, false, "\"PT0S\"");
				String longer = text.replaceFirst("\\d+", "7");
				count("legal: another length", table, rule, changedCell(table, rule, column, false, longer), text);
			}
			case NUMBER -> cell("a number below what is possible", table, rule, column, false, "-1");
			case FLAG -> cell("a truth value in Spanish", table, rule, column, false, "falso");
			case GROUP -> {
				if (GROUPS.contains(text.replace("\"", "")) && table.policy() != HitPolicy.COLLECT) {
					count("legal: another group", table, rule,
							changedCell(table, rule, column, false, "\"supervisors\""), text);
				}
			}
			default -> {
			}
		}
	}

	private void cell(String kind, TableModel table, int rule, int column, boolean input, String text) {
		count(kind, table, rule, changedCell(table, rule, column, input, text), text);
	}

	private void count(String kind, TableModel table, int rule, TableModel mutant, String text) {
		boolean refused = RULES.check(mutant, this.feel).stream().anyMatch(Problem::refuses);
		int[] count = this.counts.computeIfAbsent(kind, (one) -> new int[2]);
		count[0]++;
		count[1] += refused ? 1 : 0;
		String told = kind + ": " + table.file() + ", rule " + (rule + 1) + ", " + text;
		if (!kind.startsWith("legal") && !refused) {
			this.survivors.add(told);
		}
		if (kind.equals("legal: another length") && refused) {
			this.refusedThoughLegal.add(told);
		}
	}

	private static TableModel changedCell(TableModel table, int rule, int column, boolean input, String text) {
		Rule old = table.rules().get(rule);
		List<Cell> inputs = new ArrayList<>(old.inputs());
		List<Cell> outputs = new ArrayList<>(old.outputs());
		(input ? inputs : outputs).set(column, new Cell(text, true));
		List<Rule> rules = new ArrayList<>(table.rules());
		rules.set(rule, new Rule(old.id(), old.reason(), inputs, outputs));
		return with(table, rules);
	}

	private static TableModel with(TableModel table, List<Rule> rules) {
		return new TableModel(table.file(), table.key(), table.name(), table.policy(), table.aggregation(),
				table.inputs(), table.outputs(), rules, table.given());
	}

}
