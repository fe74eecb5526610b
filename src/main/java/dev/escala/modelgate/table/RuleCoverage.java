package dev.escala.modelgate.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.escala.modelgate.table.Coverage.Box;
import dev.escala.modelgate.table.TableModel.Rule;
import org.camunda.bpm.model.dmn.HitPolicy;

/**
 * Looks for values that no rule answers, or several do. Exact where every cell compares
 * with constants; else it says only what is true whatever the other cells mean.
 */
final class RuleCoverage {

	private static final int MOST_TOLD = 3;

	private static final int MOST_PAIRS = 2_000_000;

	private final TableModel table;

	private final DecisionContract contract;

	private final List<InputCells> columns;

	private final Map<Rule, Map<String, Object>> answers;

	private final TableFindings findings;

	private final Coverage coverage;

	private final Box everything;

	/** What a rule answers at least, or empty boxes where that cannot be said. */
	private final List<Box> certain = new ArrayList<>();

	/** What a rule answers at most. */
	private final List<Box> possible = new ArrayList<>();

	RuleCoverage(TableModel table, DecisionContract contract, List<InputCells> columns,
			Map<Rule, Map<String, Object>> answers, TableFindings findings) {
		this.table = table;
		this.contract = contract;
		this.columns = columns;
		this.answers = answers;
		this.findings = findings;
		this.coverage = new Coverage(columns.stream().mapToInt((column) -> column.axis().regions().size()).toArray());
		this.everything = new Box(columns.stream().map(RuleCoverage::all).toList());
		for (Rule rule : table.rules()) {
			this.certain.add(box(rule, new BitSet()));
			this.possible.add(box(rule, null));
		}
	}

	private Box box(Rule rule, BitSet unknown) {
		return new Box(this.columns.stream().map((column) -> {
			BitSet passing = column.passing(rule);
			return (passing != null) ? passing : (unknown != null) ? unknown : all(column);
		}).toList());
	}

	private static BitSet all(InputCells column) {
		BitSet all = new BitSet();
		all.set(0, column.axis().regions().size());
		return all;
	}

	/** Whether nothing can be said about the table. */
	private boolean isHopeless() {
		return this.columns.stream().anyMatch((column) -> column.axis().regions().isEmpty());
	}

	/**
	 * Looks at all.
	 * @return whether there are values that no rule answers
	 */
	boolean check() {
		if (isHopeless()) {
			unsure();
			return false;
		}
		try {
			boolean holes = holes();
			if (this.table.policy() == HitPolicy.FIRST) {
				unreached();
			}
			else {
				pairs();
			}
			forbidden();
			if (this.columns.stream().anyMatch((column) -> !column.axis().complete()) || isPartlyUnknown()) {
				unsure();
			}
			return holes;
		}
		catch (Coverage.TooManyException ex) {
			this.findings.table(false, "La tabla es demasiado grande para comprobar que no tiene huecos ni solapes.",
					"Repártala en varias tablas más pequeñas y compruebe a mano que cada caso tiene una regla.");
			return false;
		}
	}

	private boolean isPartlyUnknown() {
		return this.table.rules()
			.stream()
			.anyMatch((rule) -> this.columns.stream().anyMatch((column) -> column.passing(rule) == null));
	}

	private void unsure() {
		if (this.findings.all().stream().noneMatch((problem) -> problem.refuses())) {
			this.findings.table(false,
					"No se puede comprobar del todo que no tenga huecos ni solapes: alguna celda depende de otros datos o de "
							+ "una función.",
					"Compruebe a mano que cada caso tiene una regla.");
		}
	}

	private boolean holes() {
		boolean refuses = switch (this.table.policy()) {
			case UNIQUE, ANY, FIRST -> true;
			default -> this.contract != null && !this.contract.silent();
		};
		List<Box> covered = new ArrayList<>(this.possible);
		Box hole = this.coverage.hole(covered, this.everything);
		boolean found = hole != null;
		for (int told = 0; refuses && hole != null; told++) {
			if (told == MOST_TOLD) {
				this.findings.table(true, "Faltan reglas también para otros casos.", "Añada primero las anteriores.");
				break;
			}
			this.findings.table(true, told(hole) + " no hay ninguna regla.", "Añada una regla para ese caso.");
			covered.add(hole);
			hole = this.coverage.hole(covered, this.everything);
		}
		return found;
	}

	private void pairs() {
		int size = this.table.rules().size();
		if ((long) size * size > MOST_PAIRS) {
			throw new Coverage.TooManyException();
		}
		if (this.table.collects()) {
			equals();
			return;
		}
		int told = 0;
		for (int i = 0; i < size && told < MOST_TOLD; i++) {
			for (int j = i + 1; j < size && told < MOST_TOLD; j++) {
				if (this.certain.get(i).meets(this.certain.get(j)) && contradicts(i, j)) {
					told++;
					overlap(i, j);
				}
			}
		}
	}

	private boolean contradicts(int one, int other) {
		return this.table.policy() != HitPolicy.ANY
				|| !this.table.rules().get(one).outputs().equals(this.table.rules().get(other).outputs())
						&& !sameAnswer(one, other);
	}

	private boolean sameAnswer(int one, int other) {
		Map<String, Object> first = this.answers.get(this.table.rules().get(one));
		return first.size() == this.table.outputs().size()
				&& first.equals(this.answers.get(this.table.rules().get(other)));
	}

	private void overlap(int one, int other) {
		Rule second = this.table.rules().get(other);
		String where = told(this.certain.get(one).common(this.certain.get(other)));
		this.findings.rule(true, second, where + " se cumplen a la vez las reglas " + (one + 1) + " y " + (other + 1)
				+ ((this.table.policy() == HitPolicy.ANY) ? ", y no responden lo mismo." : ", y la tabla es UNIQUE."),
				"Quite el caso de una de las dos.");
	}

	/** Rules that answer the same to the same: somebody would be told twice. */
	private void equals() {
		Map<Object, Integer> seen = new HashMap<>();
		for (int i = 0; i < this.table.rules().size(); i++) {
			Rule rule = this.table.rules().get(i);
			if (this.certain.get(i).isEmpty()) {
				continue;
			}
			Object answer = (this.answers.get(rule).size() == this.table.outputs().size()) ? this.answers.get(rule)
					: rule.outputs();
			Integer before = seen.putIfAbsent(List.of(this.certain.get(i), answer), i);
			if (before != null) {
				this.findings
					.rule(true, rule,
							"Es igual que la regla " + (before + 1) + ": la respuesta saldría dos veces "
									+ told(this.certain.get(i)).replaceFirst("^Con", "con") + ".",
							"Quite una de las dos.");
			}
		}
	}

	private void unreached() {
		for (int i = 0; i < this.table.rules().size(); i++) {
			Box box = this.possible.get(i);
			if (!box.isEmpty() && this.coverage.hole(this.certain.subList(0, i), box) == null) {
				this.findings.rule(
						true, this.table.rules().get(i), "La regla no se alcanza nunca: "
								+ told(box).replaceFirst("^Con", "con") + " siempre se cumple antes otra.",
						"Súbala en la tabla o quítela.");
			}
		}
	}

	private void forbidden() {
		if (this.contract == null) {
			return;
		}
		for (DecisionContract.Forbidden forbidden : this.contract.never()) {
			for (Rule rule : this.table.rules()) {
				if (forbidden.together()
					.entrySet()
					.stream()
					.allMatch((one) -> brings(rule, one.getKey(), one.getValue()))) {
					this.findings.rule(true, rule, forbidden.why(), "Cambie la respuesta de la regla.");
				}
			}
		}
	}

	private boolean brings(Rule rule, String name, Object value) {
		if (this.contract.outputs().containsKey(name)) {
			return value.equals(this.answers.get(rule).get(name));
		}
		for (int i = 0; i < this.columns.size(); i++) {
			if (this.table.inputs().get(i).name().equals(name)) {
				BitSet passing = this.columns.get(i).passing(rule);
				List<Axis.Region> regions = this.columns.get(i).axis().regions();
				return passing == null
						|| passing.stream().anyMatch((region) -> Objects.equals(regions.get(region).example(), value));
			}
		}
		return true;
	}

	/** An example of a box: {@code Con severity = "HIGH" y tier = "GOLD"}. */
	private String told(Box box) {
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < this.columns.size(); i++) {
			if (!box.side(i).equals(all(this.columns.get(i)))) {
				parts.add(this.table.inputs().get(i).name() + " = "
						+ this.columns.get(i).axis().regions().get(box.side(i).nextSetBit(0)).text());
			}
		}
		return parts.isEmpty() ? "Con cualquier valor" : "Con " + Words.joined(parts, "y");
	}

}
