package dev.escala.modelgate.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.file.DmnFile;
import dev.escala.modelgate.table.TableModel.Rule;

/**
 * What decision tables must not do: hold cells that FEEL cannot read or reads in another
 * way than they look, answer what nobody can use, leave a case without a rule or with
 * several, let terms end at once that must not. Whether they may call code is not looked
 * at here.
 */
public final class TableRules implements ModelRule {

	/** A table that is larger is not looked at: nobody maintains it by hand. */
	private static final int MOST_CELLS = 50_000;

	private final DecisionContracts contracts = DecisionContracts.packed();

	private final AnswerForms forms;

	/**
	 * Makes the rules.
	 * @param groups whether a group with this id exists
	 */
	public TableRules(Predicate<String> groups) {
		this.forms = new AnswerForms(groups);
	}

	@Override
	public List<Problem> check(Submission submission) {
		Feel feel = new Feel();
		List<Problem> problems = new ArrayList<>();
		Set<String> readable = submission.tables().stream().map(DmnFile::path).collect(Collectors.toSet());
		for (ModelFile file : submission.files()) {
			if (!readable.contains(file.shortName())) {
				continue;
			}
			try {
				TableReader.read(file).forEach((table) -> problems.addAll(check(table, feel)));
			}
			catch (UnreadableTableException ex) {
				problems.add(Problem.refused(file.shortName(), null, null, "El archivo no se puede leer como DMN.",
						"Ábralo en Camunda Modeler y guárdelo de nuevo."));
			}
		}
		return problems;
	}

	/** Looks at one table. */
	List<Problem> check(TableModel table, Feel feel) {
		TableFindings findings = new TableFindings(table);
		if ((long) table.rules().size() * (table.inputs().size() + table.outputs().size()) > MOST_CELLS) {
			findings.table(false,
					"La tabla es demasiado grande para comprobarla: tiene " + table.rules().size() + " reglas.",
					"Repártala en varias tablas más pequeñas.");
			return findings.all();
		}
		DecisionContract contract = this.contracts.of(table.key());
		TableShape shape = new TableShape(table, contract, feel, findings);
		shape.check();
		List<InputCells> columns = new ArrayList<>();
		for (int i = 0; i < table.inputs().size(); i++) {
			InputCells column = new InputCells(table, i, contract, feel, findings);
			column.check();
			columns.add(column);
		}
		Map<Rule, Map<String, Object>> answers = new OutputCells(table, contract, this.forms, feel, findings).check();
		boolean holes = new RuleCoverage(table, contract, columns, answers, findings).check();
		shape.aggregates(answers, holes);
		new Apart(table, contract, columns, answers, findings).check();
		return findings.all();
	}

}
