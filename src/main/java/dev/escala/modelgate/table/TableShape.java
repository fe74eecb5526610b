package dev.escala.modelgate.table;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.modelgate.table.TableModel.Input;
import dev.escala.modelgate.table.TableModel.Output;
import dev.escala.modelgate.table.TableModel.Rule;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.feel.syntaxtree.Exp;

/** Looks at the columns of a table and at how its rules answer together. */
final class TableShape {

	private static final Set<HitPolicy> KNOWN = Set.of(HitPolicy.UNIQUE, HitPolicy.ANY, HitPolicy.FIRST,
			HitPolicy.COLLECT, HitPolicy.RULE_ORDER);

	private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "date");

	private final TableModel table;

	private final DecisionContract contract;

	private final Feel feel;

	private final TableFindings findings;

	TableShape(TableModel table, DecisionContract contract, Feel feel, TableFindings findings) {
		this.table = table;
		this.contract = contract;
		this.feel = feel;
		this.findings = findings;
	}

	/** Looks at everything but the cells of the rules. */
	void check() {
		policy();
		this.table.inputs().forEach(this::input);
		outputs();
	}

	private void policy() {
		if (!KNOWN.contains(this.table.policy())) {
			this.findings.table(true, "El motor no conoce la política " + this.table.policy() + ".",
					"Use UNIQUE; si pueden coincidir varias reglas, FIRST o COLLECT.");
		}
		else if (this.contract != null && this.table.collects() && !this.contract.several()) {
			this.findings.table(true,
					"Con la política " + this.table.policy() + " responden varias reglas, y solo se lee una.",
					"Use UNIQUE, o FIRST si manda la primera que se cumple.");
		}
		else if (this.contract != null && this.table.aggregation() != null) {
			this.findings.table(true,
					"Con COLLECT " + this.table.aggregation() + " la respuesta es una cifra, y se leen las reglas.",
					"Quite la operación: COLLECT sin nada más.");
		}
	}

	private void input(Input input) {
		if (!input.expression().feel()) {
			return;
		}
		Optional<Exp> read = this.feel.expression(input.name());
		if (input.name().isEmpty() || read.isEmpty()) {
			this.findings.column(true, input.label(),
					input.name().isEmpty() ? "No dice qué dato pregunta la columna."
							: "FEEL no puede leer «" + input.name() + "».",
					"Escriba el nombre de la variable, por ejemplo severity.");
			return;
		}
		if (this.contract != null) {
			comes(input, this.contract.inputs().get(input.name()));
		}
		if (input.allowed() != null && this.feel.test(input.allowed()).isEmpty()) {
			this.findings.column(false, input.label(), "La lista de valores permitidos no se puede leer.",
					"Escríbala como \"LOW\",\"HIGH\".");
		}
	}

	/** What the table says may come against what does. */
	private void comes(Input input, DecisionContract.Asked asked) {
		if (asked == null) {
			return;
		}
		if (input.type() != null && !isOfType(input.type(), asked.type())) {
			this.findings.column(true, input.label(),
					"La columna es de tipo " + input.type() + " y el dato es de tipo " + asked.type() + ".",
					"Ponga el tipo " + asked.type() + ".");
		}
		List<String> declared = new Columns(this.feel).texts(input.allowed());
		if (asked.values().isEmpty() || declared.isEmpty()) {
			return;
		}
		List<String> missing = asked.values().stream().filter((value) -> !declared.contains(value)).toList();
		List<String> unknown = declared.stream().filter((value) -> !asked.values().contains(value)).toList();
		if (!missing.isEmpty()) {
			this.findings.column(true, input.label(),
					"En los valores permitidos " + (missing.size() == 1 ? "falta " : "faltan ") + Words.quoted(missing)
							+ ", que puede llegar.",
					"Añádalo a los valores permitidos y compruebe que alguna regla responde.");
		}
		if (!unknown.isEmpty() && !asked.open()) {
			this.findings.column(true, input.label(),
					Words.quoted(unknown) + " no llega nunca: no es un valor de este dato.",
					"Los que llegan son " + Words.quoted(asked.values()) + ".");
		}
	}

	private static boolean isOfType(String type, String asked) {
		Set<String> numbers = Set.of("integer", "long", "double", "number");
		return type.equalsIgnoreCase(asked) || (numbers.contains(type) && numbers.contains(asked));
	}

	private void outputs() {
		Set<String> names = new HashSet<>();
		for (Output output : this.table.outputs()) {
			if (output.type() != null && !TYPES.contains(output.type())) {
				this.findings.column(false, output.label(), "El motor no conoce el tipo " + output.type() + ".",
						"Use string, boolean, integer, long, double o date.");
			}
			if (this.table.outputs().size() > 1 && (output.name() == null || !names.add(output.name()))) {
				this.findings.column(true, output.label(), "Dos columnas de salida no pueden llamarse igual ni nada.",
						"Dé a cada una su nombre.");
			}
		}
		if (this.table.aggregation() != null && this.table.outputs().size() > 1) {
			this.findings.table(true, "Con una operación (" + this.table.aggregation() + ") solo cabe una salida.",
					"Deje una columna de salida o quite la operación.");
		}
	}

	/**
	 * What the engine makes of sums and counts.
	 * @param answers what the rules answer, by rule
	 * @param mayBeEmpty whether there are values that no rule answers
	 */
	void aggregates(Map<Rule, Map<String, Object>> answers, boolean mayBeEmpty) {
		if (this.table.aggregation() == BuiltinAggregator.COUNT && mayBeEmpty) {
			this.findings.table(this.contract != null,
					"Si no se cumple ninguna regla, el resultado de COUNT no tiene nombre y quien lo lee por su nombre "
							+ "recibe null.",
					"Léalo en el modelo como valor único (singleEntry) o haga que siempre se cumpla alguna regla.");
		}
		if (this.table.aggregation() == BuiltinAggregator.SUM && this.table.outputs().size() == 1
				&& "integer".equals(this.table.outputs().get(0).type())) {
			BigDecimal most = BigDecimal.ZERO;
			BigDecimal least = BigDecimal.ZERO;
			for (Map<String, Object> answer : answers.values()) {
				for (Object value : answer.values()) {
					if (value instanceof Number number) {
						BigDecimal decimal = new BigDecimal(number.toString());
						most = most.add(decimal.max(BigDecimal.ZERO));
						least = least.add(decimal.min(BigDecimal.ZERO));
					}
				}
			}
			if (most.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
					|| least.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) < 0) {
				this.findings.table(true, "La suma puede pasar de 2147483647 y entonces el motor la da en negativo.",
						"Ponga a la columna de salida el tipo long.");
			}
		}
	}

}
