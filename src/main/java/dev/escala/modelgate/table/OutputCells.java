package dev.escala.modelgate.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.modelgate.table.DecisionContract.Answered;
import dev.escala.modelgate.table.TableModel.Cell;
import dev.escala.modelgate.table.TableModel.Output;
import dev.escala.modelgate.table.TableModel.Rule;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformerRegistry;
import org.camunda.bpm.dmn.engine.impl.type.DefaultDataTypeTransformerRegistry;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Ref;

/** Looks at what the rules of a table answer. */
final class OutputCells {

	private static final DmnDataTypeTransformerRegistry TYPES = new DefaultDataTypeTransformerRegistry();

	private final TableModel table;

	private final DecisionContract contract;

	private final AnswerForms forms;

	private final Feel feel;

	private final TableFindings findings;

	OutputCells(TableModel table, DecisionContract contract, AnswerForms forms, Feel feel, TableFindings findings) {
		this.table = table;
		this.contract = contract;
		this.forms = forms;
		this.feel = feel;
		this.findings = findings;
	}

	/**
	 * Looks at every answer.
	 * @return what each rule answers by the name of the output, as far as that is always
	 * the same
	 */
	Map<Rule, Map<String, Object>> check() {
		Map<Rule, Map<String, Object>> answers = new HashMap<>();
		for (Rule rule : this.table.rules()) {
			Map<String, Object> known = new LinkedHashMap<>();
			for (int i = 0; i < this.table.outputs().size(); i++) {
				Output output = this.table.outputs().get(i);
				Cell cell = rule.outputs().get(i);
				if (cell.feel()) {
					look(rule, output, cell.text()).ifPresent((value) -> known.put(output.name(), value));
				}
			}
			answers.put(rule, known);
			if (this.contract != null) {
				fits(rule, known);
			}
		}
		return answers;
	}

	private Optional<Object> look(Rule rule, Output output, String text) {
		if (text.isEmpty()) {
			if (answered(output) != null) {
				refuse(rule, output, "La regla no da ningún valor, y hace falta.",
						this.forms.example(answered(output)));
			}
			return Optional.empty();
		}
		Optional<Exp> read = this.feel.expression(text);
		if (read.isEmpty()) {
			refuse(rule, output, "FEEL no puede leer «" + text + "».", unreadable(text, output));
			return Optional.empty();
		}
		if (!Constants.isConstant(read.get())) {
			names(rule, output, text, read.get());
			return Optional.empty();
		}
		if (Constants.isArithmetic(read.get())) {
			refuse(rule, output,
					"«" + text + "» parece una fecha y se lee como una cuenta: " + Constants.value(read.get()) + ".",
					"Escriba date(\"2026-11-29\") o, si es un texto, póngalo entre comillas.");
			return Optional.empty();
		}
		Object value = this.feel.value(text);
		if (value == null) {
			if (read.get() != ConstNull$.MODULE$ || answered(output) != null) {
				refuse(rule, output, "«" + text + "» no da ningún valor.", example(output));
			}
			return Optional.empty();
		}
		return typed(rule, output, text, value);
	}

	private String unreadable(String text, Output output) {
		Answered answered = answered(output);
		if (answered != null && answered.form() == DecisionContract.Form.GROUP && text.contains(",")) {
			return "Un grupo por celda: para avisar a dos haga dos reglas, o dé un grupo que los reúna.";
		}
		return CellAdvice.unreadable(text);
	}

	private Optional<Object> typed(Rule rule, Output output, String text, Object value) {
		if (output.type() == null) {
			return Optional.of(value);
		}
		try {
			return Optional.ofNullable(TYPES.getTransformer(output.type()).transform(value).getValue());
		}
		catch (RuntimeException ex) {
			refuse(rule, output, "«" + text + "» no es del tipo de la columna, que es " + output.type() + ".",
					example(output));
			return Optional.empty();
		}
	}

	private String example(Output output) {
		return (answered(output) != null) ? this.forms.example(answered(output))
				: "Escriba un valor, por ejemplo \"GOLD\", 3 o true.";
	}

	private void names(Rule rule, Output output, String text, Exp exp) {
		Set<String> known = new HashSet<>(this.table.given());
		this.table.inputs().forEach((input) -> known.add(input.name()));
		List<String> unknown = Constants.names(exp).stream().filter((name) -> !known.contains(name)).toList();
		if (!unknown.isEmpty()) {
			boolean whole = exp instanceof Ref;
			boolean certain = answered(output) != null
					|| (whole && text.equals(unknown.get(0)) && isText(output.type()));
			this.findings.cell(certain, rule, output.label(),
					"«" + text + "» lee una variable llamada " + unknown.get(0)
							+ (certain ? ", que nadie da: la respuesta queda vacía."
									: "; si el proceso no la da, la respuesta queda vacía."),
					whole ? CellAdvice.bare(text, (answered(output) == null) ? List.of() : answered(output).values())
							: "Si es un texto, póngalo entre comillas.");
		}
		else if (answered(output) != null && passesOn(text, answered(output))) {
			this.findings.cell(true, rule, output.label(),
					"«" + text + "», sin comillas, responde con el dato de la columna de entrada, que no sirve aquí.",
					CellAdvice.bare(text, answered(output).values()));
		}
		else if (answered(output) != null) {
			this.findings.cell(false, rule, output.label(),
					"«" + text + "» depende de lo que se pregunta: no se puede comprobar antes.",
					this.forms.example(answered(output)));
		}
	}

	/** Whether the answer is an input as it came, which cannot be used as an answer. */
	private boolean passesOn(String text, Answered answered) {
		DecisionContract.Asked asked = this.contract.inputs().get(text);
		return asked != null && asked.values()
			.stream()
			.anyMatch((value) -> this.forms.problem(answered, value, Map.of()).isPresent());
	}

	private static boolean isText(String type) {
		return "string".equals(type) || "boolean".equals(type);
	}

	private Answered answered(Output output) {
		return (this.contract == null) ? null : this.contract.outputs().get(output.name());
	}

	private void fits(Rule rule, Map<String, Object> known) {
		for (Output output : this.table.outputs()) {
			Answered answered = answered(output);
			if (answered != null && known.containsKey(output.name())) {
				this.forms.problem(answered, known.get(output.name()), known)
					.ifPresent((problem) -> refuse(rule, output, problem, this.forms.example(answered)));
			}
		}
	}

	private void refuse(Rule rule, Output output, String what, String how) {
		this.findings.cell(true, rule, output.label(), what, how);
	}

}
