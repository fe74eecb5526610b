package dev.escala.modelgate.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import camundajar.impl.scala.util.Either;
import dev.escala.engine.feel.ParsedOnceFeel;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * FEEL as the engine reads it: what it makes of a text, and whether a value passes. Kept
 * for one check, because whoever sends models sends any number of cells.
 */
final class Feel {

	/** Longer ones are no table any more; the parser's work grows with them. */
	static final int LONGEST = 4000;

	private static final String INPUT = "cellInput";

	private final FeelEngine engine = new ParsedOnceFeel.Factory().createInstance();

	private final org.camunda.feel.FeelEngine parser = new org.camunda.feel.FeelEngine.Builder().build();

	private final Map<String, Optional<Exp>> tests = new HashMap<>();

	private final Map<String, Optional<Exp>> expressions = new HashMap<>();

	/** What a cell of an input column is, or empty where FEEL cannot read it. */
	Optional<Exp> test(String text) {
		if (text.isEmpty()) {
			return Optional.of(new ConstBool(true));
		}
		return this.tests.computeIfAbsent(text, (key) -> parsed(key, true));
	}

	/** What an expression is, or empty where FEEL cannot read it. */
	Optional<Exp> expression(String text) {
		return this.expressions.computeIfAbsent(text, (key) -> parsed(key, false));
	}

	private Optional<Exp> parsed(String text, boolean test) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			Either<Failure, ParsedExpression> parsed = test ? this.parser.parseUnaryTests(text)
					: this.parser.parseExpression(text);
			return parsed.isRight() ? Optional.of(parsed.toOption().get().expression()) : Optional.empty();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether the value passes the cell, as it would while a case waits.
	 * @param name the variable that the column asks
	 */
	boolean passes(String cell, String name, Object value) {
		if (cell.isEmpty()) {
			return true;
		}
		try {
			VariableMap variables = Variables.createVariables().putValue(INPUT, value).putValue(name, value);
			return this.engine.evaluateSimpleUnaryTests(cell, INPUT, variables.asVariableContext());
		}
		catch (RuntimeException | StackOverflowError ex) {
			return false;
		}
	}

	/** What an expression without variables is worth; may be {@code null}. */
	Object value(String expression) {
		try {
			return this.engine.evaluateSimpleExpression(expression, Variables.createVariables().asVariableContext());
		}
		catch (RuntimeException | StackOverflowError ex) {
			return null;
		}
	}

	/** The tests of a cell that are joined by commas. */
	static List<String> parts(String cell) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		boolean quoted = false;
		int from = 0;
		for (int i = 0; i < cell.length(); i++) {
			char letter = cell.charAt(i);
			if (letter == '"' && (i == 0 || cell.charAt(i - 1) != '\\')) {
				quoted = !quoted;
			}
			else if (!quoted) {
				depth += ("(".indexOf(letter) >= 0) ? 1 : (")".indexOf(letter) >= 0) ? -1 : 0;
				if (letter == ',' && depth == 0) {
					parts.add(cell.substring(from, i).strip());
					from = i + 1;
				}
			}
		}
		parts.add(cell.substring(from).strip());
		return parts;
	}

}
