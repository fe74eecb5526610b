package dev.escala.modelversion;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rules that change places")
class RuleOrderTests {

	@Test
	@DisplayName("Where the first that matches counts, the rule that went forward names those that it has passed")
	void forward() {
		assertThat(told("FIRST", "gold silver rest", "rest gold silver")).containsExactly(
				"Regla 1 rest Orden | Se miraba después de la regla 2 («Por gold»), la regla 3 («Por silver») | "
						+ "Se mira antes que la regla 2 («Por gold»), la regla 3 («Por silver»)");
		assertThat(told("RULE ORDER", "gold silver rest", "silver gold rest")).containsExactly(
				"Regla 1 silver Orden | Se miraba después de la regla 2 («Por gold») | Se mira antes que la regla 2 («Por gold»)");
	}

	@Test
	@DisplayName("One that is added or taken away moves nobody")
	void addedAndTakenAway() {
		assertThat(told("FIRST", "gold silver rest", "new gold rest")).containsExactly("Regla 1 new Añadido",
				"Regla 2 silver Quitado");
	}

	@Test
	@DisplayName("Where the order changes no answer, nothing is said of it")
	void noOrder() {
		for (String policy : List.of("UNIQUE", "ANY", "COLLECT")) {
			assertThat(told(policy, "gold silver rest", "rest silver gold")).as(policy).isEmpty();
		}
	}

	private static List<String> told(String policy, String before, String after) {
		return ModelDifference.between(ModelKind.TABLE, table(policy, before), table(policy, after))
			.stream()
			.map((one) -> one.label() + " " + one.element() + " " + one.what()
					+ (one.what().equals("Orden") ? " | " + one.before() + " | " + one.after() : ""))
			.toList();
	}

	private static byte[] table(String policy, String rules) {
		return """
				<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
				  <decision id="places" name="Puestos"><decisionTable id="t" hitPolicy="%s">
				    <input id="i" label="Quién"><inputExpression id="e" typeRef="string"><text>who</text></inputExpression></input>
				    <output id="o" label="Qué" name="what" typeRef="string" />
				    %s
				  </decisionTable></decision>
				</definitions>
				"""
			.formatted(policy,
					Arrays.stream(rules.split(" "))
						.map("""
								<rule id="%1$s"><description>Por %1$s</description><inputEntry id="i_%1$s"><text>"%1$s"</text></inputEntry>
								<outputEntry id="o_%1$s"><text>"x"</text></outputEntry></rule>
								"""::formatted)
						.collect(Collectors.joining()))
			.getBytes(StandardCharsets.UTF_8);
	}

}
