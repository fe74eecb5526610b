package dev.escala.modelgate.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.Seq;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.GreaterOrEqual;
import org.camunda.feel.syntaxtree.GreaterThan;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.LessOrEqual;
import org.camunda.feel.syntaxtree.LessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/**
 * What a cell of an input column compares its value with. A cell is <em>simple</em> where
 * nothing but comparisons with constants decides: then its answer is the same everywhere
 * between two neighbouring constants.
 */
final class CellReading {

	private final String input;

	private final Set<Object> constants = new LinkedHashSet<>();

	private boolean simple = true;

	private boolean ordered;

	/**
	 * Reads a cell.
	 * @param input the variable that the column asks
	 */
	CellReading(Exp cell, String input) {
		this.input = input;
		test(cell);
	}

	boolean isSimple() {
		return this.simple;
	}

	/** Whether it asks what is more or less, and not only what is equal. */
	boolean isOrdered() {
		return this.ordered;
	}

	/** What the value is compared with. */
	Set<Object> constants() {
		return this.constants;
	}

	private void test(Exp exp) {
		if (exp instanceof AtLeastOne any) {
			each(any.xs()).forEach(this::test);
		}
		else if (exp instanceof Not not) {
			test(not.x());
		}
		else if (exp instanceof InputEqualTo equal) {
			constant(equal.x());
		}
		else if (exp instanceof InputLessThan less) {
			order(less.x());
		}
		else if (exp instanceof InputLessOrEqual less) {
			order(less.x());
		}
		else if (exp instanceof InputGreaterThan greater) {
			order(greater.x());
		}
		else if (exp instanceof InputGreaterOrEqual greater) {
			order(greater.x());
		}
		else if (exp instanceof InputInRange range) {
			range(range.range());
		}
		else if (exp instanceof UnaryTestExpression test) {
			if (Constants.isConstant(test.exp())) {
				constant(test.exp());
			}
			else {
				condition(test.exp());
			}
		}
		else {
			condition(exp);
		}
	}

	private void condition(Exp exp) {
		if (exp instanceof Conjunction both) {
			condition(both.x());
			condition(both.y());
		}
		else if (exp instanceof Disjunction either) {
			condition(either.x());
			condition(either.y());
		}
		else if (exp instanceof Not not) {
			condition(not.x());
		}
		else if (exp instanceof Equal equal) {
			compare(equal.x(), equal.y(), false);
		}
		else if (exp instanceof LessThan less) {
			compare(less.x(), less.y(), true);
		}
		else if (exp instanceof LessOrEqual less) {
			compare(less.x(), less.y(), true);
		}
		else if (exp instanceof GreaterThan greater) {
			compare(greater.x(), greater.y(), true);
		}
		else if (exp instanceof GreaterOrEqual greater) {
			compare(greater.x(), greater.y(), true);
		}
		else if (exp instanceof In in && isInput(in.x())) {
			test(in.test());
		}
		else if (exp instanceof FunctionInvocation call && call.function().equals("not")
				&& call.params() instanceof PositionalFunctionParameters one && one.params().size() == 1) {
			condition(one.params().head());
		}
		else if (!(exp instanceof ConstBool) && !Constants.isConstant(exp)) {
			this.simple = false;
		}
	}

	private void compare(Exp one, Exp other, boolean order) {
		if (isInput(one)) {
			compareWith(other, order);
		}
		else if (isInput(other)) {
			compareWith(one, order);
		}
		else if (!Constants.isConstant(one) || !Constants.isConstant(other)) {
			this.simple = false;
		}
	}

	private void compareWith(Exp constant, boolean order) {
		if (order) {
			order(constant);
		}
		else {
			constant(constant);
		}
	}

	private void range(ConstRange range) {
		order(range.start().value());
		order(range.end().value());
	}

	private void order(Exp exp) {
		this.ordered = true;
		constant(exp);
	}

	private void constant(Exp exp) {
		if (exp instanceof ConstList list && Constants.isConstant(list)) {
			each(list.items()).forEach(this::constant);
		}
		else if (Constants.isConstant(exp)) {
			Object value = Constants.value(exp);
			if (value != null) {
				this.constants.add(value);
			}
		}
		else {
			this.simple = false;
		}
	}

	private boolean isInput(Exp exp) {
		return exp == ConstInputValue$.MODULE$ || (exp instanceof Ref ref && ref.names().size() == 1
				&& (ref.names().head().equals(this.input) || ref.names().head().equals("cellInput")));
	}

	static <T> List<T> each(Seq<T> elements) {
		List<T> list = new ArrayList<>();
		Iterator<T> all = elements.iterator();
		while (all.hasNext()) {
			list.add(all.next());
		}
		return list;
	}

}
