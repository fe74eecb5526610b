package dev.escala.engine.feel;

import java.util.function.Function;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("FEEL with a memory says what Camunda's own says")
class ParsedOnceFeelTests {

	private static final VariableContext KNOWN = Variables.createVariables()
		.putValue("hours", 3)
		.putValue("tier", "GOLD")
		.putValue("nothing", null)
		.asVariableContext();

	private final FeelEngine own = new ParsedOnceFeel.Factory().createInstance();

	private final FeelEngine plain = new ScalaFeelEngineFactory().createInstance();

	@ParameterizedTest
	@ValueSource(strings = { "hours + 2", "if hours > 2 then \"late\" else \"soon\"", "count([1, 2, 3])",
			"upper case(tier)", "duration(\"PT4H\")", "nothing", "unknown", "unknown + 1", "tier + 1", "unknown(1)",
			"assert(hours, hours > 5)", "assert(hours, hours > 5, \"too few\")", "1 +", "" })
	@DisplayName("Of an expression, twice")
	void expressions(String expression) {
		sameTwice((feel) -> feel.evaluateSimpleExpression(expression, KNOWN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"GOLD\"", "\"SILVER\"", "\"GOLD\", \"SILVER\"", "not(\"GOLD\")", "contains(?, \"OL\")",
			"> 3", "unknown", "unknown > 3", "unknown(?)", "assert(?, false)", "\"GOLD" })
	@DisplayName("Of a cell, twice")
	void cells(String cell) {
		sameTwice((feel) -> feel.evaluateSimpleUnaryTests(cell, "tier", KNOWN));
	}

	private void sameTwice(Function<FeelEngine, Object> question) {
		String expected = answer(question, this.plain);
		assertThat(answer(question, this.own)).isEqualTo(expected);
		assertThat(answer(question, this.own)).isEqualTo(expected);
	}

	private static String answer(Function<FeelEngine, Object> question, FeelEngine feel) {
		try {
			return String.valueOf(question.apply(feel));
		}
		catch (FeelException ex) {
			return "refused: " + ex.getMessage();
		}
	}

}
