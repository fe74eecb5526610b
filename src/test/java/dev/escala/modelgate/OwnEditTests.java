package dev.escala.modelgate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What owners read who broke a process or a form of Escala: its values, its calls, its
 * timers, its fields.
 */
class OwnEditTests {

	private final ModelGate gate = ModelGate.of(Vocabulary.read(), Deployed.NOTHING);

	static Stream<Arguments> edits() {
		return Stream.of(arguments("commitment.bpmn", "${answer == 'askAgain'}", "${answer == 'askAgan'}",
				"Compara «answer» con «askAgan», un valor que no llega nunca: puede ser abandon, askAgain, commit. "
						+ "¿Quería decir «askAgain»?"),
				arguments("commitment-gate.bpmn", "${coverage == 'REFUSED'}", "${coverage == 'Refused'}",
						"Compara «coverage» con «Refused»"),
				arguments("untouched-case.bpmn", "${touched}", "${touched == 'yes'}",
						"Compara «touched» con «yes», un valor que no llega nunca: puede ser false, true."),
				arguments("commitment.bpmn", "${answer == 'askAgain'}", "${answer}",
						"Su condición no dice sí o no. Con answer = 'abandon', por ejemplo, no se sabría si se toma."),
				arguments("commitment.bpmn", "${answer == 'askAgain'}", "${answer == 'commit'}",
						"Este camino no se toma nunca"),
				arguments("untouched-case.bpmn", "${touched}", "${true}", "Este camino por defecto no se toma nunca"),
				arguments("customer-escalation.bpmn", "${deadlines.due(execution, 'INVOLVE_PARTIES')}",
						"${deadlines.due(execution, 'UPDATE')}",
						"Escala mueve este temporizador con el plazo «INVOLVE_PARTIES», y pide otro."),
				arguments("customer-escalation.bpmn", "source=\"planLetterId\"", "source=\"planLeterId\"",
						"Lee la variable «planLeterId», y nada de este proceso la escribe. ¿Quería decir «planLetterId»?"),
				arguments("customer-escalation.bpmn", "target=\"letterId\"", "target=\"leterId\"",
						"Da la variable «leterId» al proceso «customerMessage», que no la conoce. ¿Quería decir «letterId»?"),
				arguments("commitment.bpmn", "camunda:formRef=\"commit\"", "camunda:formRef=\"take-over\"",
						"Esta tarea de Escala lee campos que el formulario «take-over» no tiene: abandonReason, commitAnswer, toldText."),
				arguments("commit.form", "\"value\": \"abandon\"", "\"value\": \"abandn\"",
						"Ofrece el valor «abandn», que Escala no admite. ¿Quería decir «abandon»? La etiqueta sí la puede cambiar."),
				arguments("commit.form", "\"type\": \"radio\"", "\"type\": \"textfield\"",
						"Es de tipo «textfield», y Escala no podría leer lo que envía. Use uno de: radio, select."),
				arguments("commit.form", "=commitAnswer != \\\"abandon\\\"", "=commitAnswer != \\\"abandn\\\"",
						"Se oculta según si «commitAnswer» es «abandn», un valor que no se puede elegir. ¿Quería decir «abandon»?"),
				arguments("commit.form", "=commitAnswer != \\\"abandon\\\"", "=comitAnswer != \\\"abandon\\\"",
						"Se oculta según «comitAnswer», que no es un campo de este formulario ni se lo da Escala. "
								+ "¿Quería decir «commitAnswer»?"),
				arguments("do-action.form", "{{actionText}}", "{{actionTxt}}",
						"Muestra «actionTxt», que no es un campo de este formulario ni se lo da Escala. ¿Quería decir «actionText»?"),
				arguments("take-over.form", "\"defaultValue\": \"take\"", "\"defaultValue\": \"nada\"",
						"Empieza con el valor «nada», que no está entre sus opciones."));
	}

	@ParameterizedTest
	@MethodSource("edits")
	@DisplayName("Its author reads which value, which call or which field, and what was meant")
	void told(String file, String from, String to, String message) {
		Verdict verdict = edited(file, from, to);

		assertThat(verdict.refusals()).extracting(Problem::line)
			.anySatisfy((line) -> assertThat(line).startsWith(file).contains(message));
	}

	@Test
	@DisplayName("The answer of a task is asked for right behind it: later it is gone")
	void answerThatIsGone() {
		Verdict verdict = edited("untouched-case.bpmn", "${touched}", "${answer == 'take'}");

		assertThat(verdict.refusals()).extracting(Problem::line)
			.anySatisfy((line) -> assertThat(line).contains("Lee la variable «answer»"));
	}

	@Test
	@DisplayName("A process that is not marked as executable is left alone, and its author is told")
	void notExecutable() {
		List<ModelFile> files = new RefusedKinds.Kind("", "small-case.bpmn", "isExecutable=\"true\"",
				"isExecutable=\"false\"", "")
			.files()
			.stream()
			.map((file) -> edit(file, "camunda:candidateGroups=\"agents\"", ""))
			.toList();
		Verdict verdict = this.gate.judge(new Submission(files));

		assertThat(verdict.refusals()).isEmpty();
		assertThat(verdict.warnings()).extracting(Problem::line)
			.containsExactly(
					"small-case.bpmn, «Caso pequeño» (smallCase): No está marcado como ejecutable: el motor no lo tendrá en cuenta. "
							+ "Si tiene que ejecutarse, marque «Executable».");
	}

	@Test
	@DisplayName("In another's gateway one way without a condition is what the engine takes it for")
	void implicitDefault() {
		List<ModelFile> files = new RefusedKinds.Kind("", "small-case.bpmn", " default=\"flow_answered_no\"", "", "")
			.files();
		Verdict verdict = this.gate.judge(new Submission(files));

		assertThat(verdict.refusals()).isEmpty();
		assertThat(verdict.warnings()).extracting(Problem::line)
			.singleElement()
			.asString()
			.contains("No tiene condición, y el motor lo toma por el camino por defecto.");
	}

	private Verdict edited(String file, String from, String to) {
		ModelFile own = OwnModels.files()
			.stream()
			.filter((one) -> one.shortName().equals(file))
			.findFirst()
			.orElseThrow();
		assertThat(new String(own.content(), StandardCharsets.UTF_8)).contains(from);
		return this.gate.judge(new Submission(List.of(edit(own, from, to))));
	}

	private static ModelFile edit(ModelFile file, String from, String to) {
		return new ModelFile(file.name(),
				new String(file.content(), StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8));
	}

}
