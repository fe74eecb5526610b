package dev.escala.modelgate.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.modelgate.table.TableModel.Cell;
import dev.escala.modelgate.table.TableModel.Input;
import dev.escala.modelgate.table.TableModel.Rule;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/**
 * Looks at the cells of one input column: what FEEL cannot read, what it reads in another
 * way than it looks, and what no value ever passes.
 */
final class InputCells {

	private final TableModel table;

	private final Input input;

	private final int index;

	private final DecisionContract contract;

	private final Axis axis;

	private final Feel feel;

	private final TableFindings findings;

	private final List<String> allowed;

	/** By text, which regions pass; {@code null} where that cannot be said. */
	private final Map<String, BitSet> passing = new HashMap<>();

	private final Set<Rule> broken = new HashSet<>();

	InputCells(TableModel table, int index, DecisionContract contract, Feel feel, TableFindings findings) {
		this.table = table;
		this.index = index;
		this.input = table.inputs().get(index);
		this.contract = contract;
		this.feel = feel;
		this.findings = findings;
		List<Cell> cells = table.rules().stream().map((rule) -> rule.inputs().get(index)).toList();
		this.axis = new Columns(feel).axis(this.input, cells, asked());
		this.allowed = this.axis.regions()
			.stream()
			.map(Axis.Region::example)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.toList();
	}

	private DecisionContract.Asked asked() {
		return (this.contract == null) ? null : this.contract.inputs().get(this.input.name());
	}

	Axis axis() {
		return this.axis;
	}

	/** Which regions pass the rule's cell, or {@code null} where that cannot be said. */
	BitSet passing(Rule rule) {
		Cell cell = rule.inputs().get(this.index);
		if (cell.isAny()) {
			return all();
		}
		return this.broken.contains(rule) ? null : this.passing.get(cell.text());
	}

	private BitSet all() {
		BitSet all = new BitSet();
		all.set(0, this.axis.regions().size());
		return all;
	}

	/** Looks at every cell. */
	void check() {
		for (Rule rule : this.table.rules()) {
			Cell cell = rule.inputs().get(this.index);
			if (!cell.isAny() && !(cell.feel() && passes(rule, cell.text()))) {
				this.broken.add(rule);
			}
		}
	}

	/** Whether the cell can be taken as what it is. */
	private boolean passes(Rule rule, String text) {
		Optional<Exp> read = this.feel.test(text);
		if (read.isEmpty()) {
			refuse(rule, "FEEL no puede leer «" + text + "».", CellAdvice.unreadable(text));
			return false;
		}
		if (looksOtherwise(rule, text, read.get())) {
			return false;
		}
		CellReading reading = new CellReading(read.get(), this.input.name());
		if (!reading.isSimple()) {
			return knowsNames(rule, text, read.get());
		}
		if (!this.axis.complete()) {
			return true;
		}
		BitSet passing = regions(text);
		return namesWhatComes(rule, reading) && someonePasses(rule, text, read.get(), passing);
	}

	private BitSet regions(String text) {
		return this.passing.computeIfAbsent(text, this::tried);
	}

	private BitSet tried(String text) {
		BitSet regions = new BitSet();
		for (int i = 0; i < this.axis.regions().size(); i++) {
			regions.set(i, this.feel.passes(text, this.input.name(), this.axis.regions().get(i).example()));
		}
		return regions;
	}

	private boolean looksOtherwise(Rule rule, String text, Exp exp) {
		if (exp instanceof UnaryTestExpression test && Constants.isArithmetic(test.exp())
				&& Constants.isConstant(test.exp())) {
			refuse(rule,
					"«" + text + "» parece una fecha y se lee como una cuenta: " + Constants.value(test.exp()) + ".",
					"Escriba la fecha como date(\"2026-11-29\") o, si la columna es de tipo date, "
							+ "date and time(\"2026-11-29T00:00:00\").");
			return true;
		}
		if (CellAdvice.hasComparedComma(text)) {
			refuse(rule, "La coma de «" + text + "» no es decimal: se lee como dos condiciones.",
					"Los decimales se escriben con punto (1.5); dos condiciones, con un espacio tras la coma.");
			return true;
		}
		if (isNumeric() && CellAdvice.hasThousands(text)) {
			refuse(rule, "El punto de «" + text + "» no separa miles: es decimal.",
					"Escriba " + CellAdvice.withoutThousands(text) + ".");
			return true;
		}
		if (isNumeric() && CellAdvice.hasCommaBetweenDigits(text)) {
			this.findings.cell(false, rule, this.input.label(),
					"«" + text + "» son dos valores, no un número con decimales.",
					"Si es un número, escriba un punto; si son dos valores, deje un espacio tras la coma.");
		}
		return false;
	}

	private boolean isNumeric() {
		return this.axis.regions().stream().anyMatch((region) -> region.example() instanceof Number);
	}

	/** Names that nobody gives are never there, so that such a cell never matches. */
	private boolean knowsNames(Rule rule, String text, Exp exp) {
		Set<String> known = known();
		List<String> unknown = Constants.names(exp).stream().filter((name) -> !known.contains(name)).toList();
		if (unknown.isEmpty()) {
			return false;
		}
		String name = unknown.get(0);
		boolean whole = isBare(exp, name);
		boolean certain = this.contract != null || (whole && (!"".equals(name) && looksLikeText(name)));
		this.findings.cell(certain, rule, this.input.label(),
				"«" + text + "» lee una variable llamada " + name
						+ (certain ? ", que nadie da: la regla no se cumple nunca."
								: "; si el proceso no la da, la regla no se cumple nunca."),
				whole ? CellAdvice.bare(name, this.allowed) : "Si es un texto, póngalo entre comillas.");
		return false;
	}

	/** Neighbours that are texts, or an allowed value: then it was meant as one. */
	private boolean looksLikeText(String name) {
		return "string".equals(this.input.type()) || "boolean".equals(this.input.type())
				|| this.allowed.stream().anyMatch((value) -> CellAdvice.isAlike(value, name));
	}

	private static boolean isBare(Exp exp, String name) {
		return exp instanceof UnaryTestExpression test && test.exp() instanceof Ref ref
				&& ref.names().head().equals(name);
	}

	private Set<String> known() {
		Set<String> known = new HashSet<>(this.table.given());
		this.table.inputs().forEach((one) -> known.add(one.name()));
		if (this.contract != null) {
			known.addAll(this.contract.inputs().keySet());
		}
		known.add("cellInput");
		return known;
	}

	private boolean namesWhatComes(Rule rule, CellReading reading) {
		if (this.allowed.isEmpty() || isAnyText()) {
			return true;
		}
		for (Object constant : reading.constants()) {
			if (constant instanceof String text && !this.allowed.contains(text)) {
				String alike = CellAdvice.alike(text, this.allowed);
				boolean close = !alike.equals(text);
				refuse(rule, "\"" + text + "\" no es un valor permitido: la comparación no se cumple nunca.",
						close ? "Escriba \"" + alike + "\"; las mayúsculas y los espacios cuentan."
								: "Los valores permitidos son " + Words.quoted(this.allowed) + ".");
				return false;
			}
		}
		return true;
	}

	private boolean isAnyText() {
		return this.axis.regions().get(this.axis.regions().size() - 1).text().contains("cualquier");
	}

	private boolean someonePasses(Rule rule, String text, Exp exp, BitSet passing) {
		if (passing.isEmpty() && !this.axis.regions().isEmpty()) {
			refuse(rule, "«" + text + "» no se cumple con ningún valor.", hint(text));
			return false;
		}
		if (isTruth() && passing.cardinality() == 2 && !(text.contains("true") && text.contains("false"))) {
			// To FEEL the list true, true is true whatever the value is.
			refuse(rule, "«" + text + "» se cumple con cualquier valor.",
					"Escriba solo true o solo false; para cualquier valor deje la celda vacía.");
			return false;
		}
		if (exp instanceof AtLeastOne any) {
			List<String> parts = Feel.parts(text);
			if (parts.size() == any.xs().size()) {
				for (String part : parts) {
					if (this.feel.test(part).isPresent() && regions(part).isEmpty()) {
						refuse(rule, "De «" + text + "», la parte «" + part + "» no se cumple con ningún valor.",
								hint(part));
						return false;
					}
				}
			}
		}
		return true;
	}

	private boolean isTruth() {
		return this.axis.regions().size() == 2 && this.axis.regions().get(0).example() instanceof Boolean;
	}

	private String hint(String text) {
		if (isTruth() && text.matches("not\\(\\s*(true|false)\\s*\\)")) {
			return "Escriba " + (text.contains("true") ? "false" : "true") + ".";
		}
		if (text.matches("(?s).*\"\\s+(or|and|o|y)\\s+\".*")) {
			return "Separe los valores con comas: " + text.replaceAll("\"\\s+(or|and|o|y)\\s+\"", "\", \"") + ".";
		}
		if ("date".equals(this.input.type())) {
			return "La columna recibe un instante: compare con date and time(\"2026-11-29T00:00:00\") o "
					+ "@\"2026-11-29T00:00:00\", no con un día.";
		}
		String type = (this.input.type() == null) ? "sin tipo" : "de tipo " + this.input.type();
		Axis.Region example = this.axis.regions().get(0);
		return "La columna es " + type + "; escriba algo como " + example.text() + ".";
	}

	private void refuse(Rule rule, String what, String how) {
		this.findings.cell(true, rule, this.input.label(), what, how);
	}

}
