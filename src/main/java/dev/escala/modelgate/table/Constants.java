package dev.escala.modelgate.table;

import java.math.BigDecimal;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashSet;
import java.util.Set;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.Context.EmptyContext$;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.Division;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Subtraction;

/** Which expressions are always worth the same, and which names the others read. */
final class Constants {

	private static final Set<String> PURE = Set.of("date", "time", "date and time", "duration",
			"years and months duration", "number", "string");

	private static final FeelEngine ENGINE = new FeelEngine.Builder().build();

	private Constants() {
	}

	/**
	 * Whether it is a constant that costs little to compute: a literal, or plain
	 * arithmetic with literals.
	 */
	static boolean isConstant(Exp exp) {
		if (exp instanceof ConstList list) {
			return CellReading.each(list.items()).stream().allMatch(Constants::isConstant);
		}
		if (exp instanceof ArithmeticNegation minus) {
			return isConstant(minus.x());
		}
		if (exp instanceof Addition sum) {
			return isConstant(sum.x()) && isConstant(sum.y());
		}
		if (exp instanceof Subtraction rest) {
			return isConstant(rest.x()) && isConstant(rest.y());
		}
		if (exp instanceof Multiplication product) {
			return isConstant(product.x()) && isConstant(product.y());
		}
		if (exp instanceof Division ratio) {
			return isConstant(ratio.x()) && isConstant(ratio.y());
		}
		if (exp instanceof FunctionInvocation call) {
			return PURE.contains(call.function()) && call.params() instanceof PositionalFunctionParameters arguments
					&& CellReading.each(arguments.params()).stream().allMatch(Constants::isConstant);
		}
		return exp != ConstInputValue$.MODULE$ && !(exp instanceof ConstContext) && !(exp instanceof ConstRange)
				&& exp.getClass().getSimpleName().startsWith("Const");
	}

	/** Whether it computes something that looks like a date: {@code 2026-11-29}. */
	static boolean isArithmetic(Exp exp) {
		return (exp instanceof Subtraction rest && rest.x() instanceof Subtraction)
				|| (exp instanceof Division ratio && ratio.x() instanceof Division);
	}

	/** Its worth in Java's own types, numbers as {@link BigDecimal}. */
	static Object value(Exp exp) {
		if (exp instanceof ConstBool truth) {
			return truth.value();
		}
		var result = ENGINE.evaluate(new ParsedExpression(exp, ""), (Context) EmptyContext$.MODULE$);
		Object value = result.isSuccess() ? result.result() : null;
		if (value instanceof TemporalAmount || !(value instanceof Number number)) {
			return value;
		}
		return new BigDecimal(number.toString()).stripTrailingZeros();
	}

	/** The names of variables that it reads; names that it defines itself are none. */
	static Set<String> names(Exp exp) {
		Set<String> names = new LinkedHashSet<>();
		collect(exp, names, Set.of());
		return names;
	}

	private static void collect(Object node, Set<String> names, Set<String> own) {
		if (node instanceof Ref ref) {
			if (!own.contains(ref.names().head())) {
				names.add(ref.names().head());
			}
			return;
		}
		Set<String> known = own;
		if (node instanceof For || node instanceof SomeItem || node instanceof EveryItem
				|| node instanceof FunctionDefinition || node instanceof ConstContext) {
			known = new LinkedHashSet<>(own);
			texts(node, known, 2);
			known.add("partial");
			known.add("item");
		}
		else if (node.getClass().getSimpleName().equals("Filter")) {
			// Inside a filter every name may be one of the element's own.
			names.addAll(Set.of());
			return;
		}
		if (node instanceof Iterable<?> many) {
			Iterator<?> all = many.iterator();
			while (all.hasNext()) {
				collect(all.next(), names, known);
			}
		}
		else if (node instanceof Product parts && !(node instanceof String)) {
			for (int i = 0; i < parts.productArity(); i++) {
				if (parts.productElement(i) != null) {
					collect(parts.productElement(i), names, known);
				}
			}
		}
	}

	/** The names that a loop, a function or a context gives to what it has. */
	private static void texts(Object node, Set<String> into, int depth) {
		if (node instanceof String name) {
			into.add(name);
		}
		else if (depth >= 0 && node instanceof Iterable<?> many) {
			Iterator<?> all = many.iterator();
			while (all.hasNext()) {
				texts(all.next(), into, depth - 1);
			}
		}
		else if (depth >= 0 && node instanceof Product parts) {
			for (int i = 0; i < parts.productArity(); i++) {
				texts(parts.productElement(i), into, depth - 1);
			}
		}
	}

}
