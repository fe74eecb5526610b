package dev.escala.engine.feel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import camundajar.impl.scala.collection.immutable.$colon$colon;
import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.util.Either;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * Camunda's own FEEL, with a memory. Camunda parses every cell of a decision table each
 * time that the table is evaluated, and that is most of what a decision costs; a parsed
 * cell never changes. And it makes FEEL's two hundred functions for each cell anew; here
 * they are made once. It evaluates as before and refuses what it refused before.
 */
public final class ParsedOnceFeel extends ScalaFeelEngine {

	/** More than all cells of all tables; what comes after is parsed each time. */
	private static final int MOST = 20_000;

	private ParsedOnceFeel() {
		super(List.of());
	}

	@Override
	protected org.camunda.feel.FeelEngine buildFeelEngine(CustomFunctionTransformer functions,
			CompositeValueMapper values) {
		return new Remembering(super.buildFeelEngine(functions, values));
	}

	/** Makes such an engine. */
	public static final class Factory extends ScalaFeelEngineFactory {

		@Override
		public FeelEngine createInstance() {
			return new ParsedOnceFeel();
		}

	}

	private static final class Remembering extends org.camunda.feel.FeelEngine {

		private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();

		private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

		private final FeelInterpreter interpreter;

		private final FunctionProvider functions;

		Remembering(org.camunda.feel.FeelEngine plain) {
			super(plain.functionProvider(), plain.valueMapper(), plain.configuration(), plain.clock());
			this.interpreter = new FeelInterpreter(valueMapper());
			this.functions = new CompositeFunctionProvider(
					new $colon$colon<>(new BuiltinFunctions(clock(), valueMapper()),
							new $colon$colon<>(functionProvider(), List$.MODULE$.empty())));
		}

		/**
		 * What does not go smoothly is asked again of the engine itself, which says why.
		 */
		@Override
		public EvaluationResult evaluate(ParsedExpression expression, Context context) {
			EvalContext known = EvalContext.create(valueMapper(), this.functions).merge(context);
			Val value;
			try {
				value = this.interpreter.eval(expression.expression(), known);
			}
			catch (RuntimeException ex) {
				return super.evaluate(expression, context);
			}
			boolean smooth = known.failureCollector().failures().isEmpty() && !(value instanceof ValError)
					&& !(value instanceof ValFatalError);
			return smooth ? new SuccessfulEvaluationResult(valueMapper().unpackVal(value), List$.MODULE$.empty())
					: super.evaluate(expression, context);
		}

		@Override
		public Either<Failure, ParsedExpression> parseExpression(String expression) {
			return remembered(this.expressions, expression, super::parseExpression);
		}

		@Override
		public Either<Failure, ParsedExpression> parseUnaryTests(String expression) {
			return remembered(this.tests, expression, super::parseUnaryTests);
		}

		private static Either<Failure, ParsedExpression> remembered(
				Map<String, Either<Failure, ParsedExpression>> known, String text,
				Function<String, Either<Failure, ParsedExpression>> parse) {
			Either<Failure, ParsedExpression> parsed = known.get(text);
			if (parsed == null) {
				parsed = parse.apply(text);
				if (known.size() < MOST) {
					known.put(text, parsed);
				}
			}
			return parsed;
		}

	}

}
