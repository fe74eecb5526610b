package dev.escala.architecture;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import dev.escala.architecture.fixtures.GreetTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract finds whatever only one side knows. */
class ContractFixtureTests {

	private static final Path MODELS = Path.of("src", "test", "resources", "contract");

	record Breach(String difference, BiConsumer<ModelSide, CodeSide> change) {

		@Override
		public String toString() {
			return this.difference;
		}

	}

	static Stream<Breach> breaches() {
		return Stream.of(
				new Breach("process greeting is missing in the code", (models, code) -> code.processes().clear()),
				new Breach("user task userTask_greet is missing in the code",
						(models, code) -> code.userTasks().clear()),
				new Breach("user task userTask_greet is missing in the models",
						(models, code) -> models.userTasks().clear()),
				new Breach("user task userTask_greet has two beans",
						(models, code) -> code.userTasks().add(code.userTasks().get(0))),
				new Breach("delegate chooseWords is missing in the code", (models, code) -> code.delegates().clear()),
				new Breach("delegate idle is missing in the models", (models, code) -> code.delegates().add("idle")),
				new Breach("listener idle is missing in the models",
						(models, code) -> code.listeners().put("idle", code.userTasks().get(0))),
				new Breach("listener other is missing in the code", (models, code) -> models.listeners().add("other")),
				new Breach("expression assignment.groups is missing in the code",
						(models, code) -> code.methods().remove("assignment.groups")),
				new Breach("variable known is missing in the code", (models, code) -> code.variables().clear()),
				new Breach("variable idle is missing in the models", (models, code) -> code.variables().add("idle")),
				new Breach("element event_idle is missing in the models",
						(models, code) -> code.elements().add("event_idle")),
				new Breach("message greeting.left is missing in the code", (models, code) -> code.messages().clear()),
				new Breach("message idle is missing in the models", (models, code) -> code.messages().add("idle")),
				new Breach("error rude is missing in the code", (models, code) -> code.errors().clear()),
				new Breach("error idle is missing in the models", (models, code) -> code.errors().add("idle")),
				new Breach("timer event_waited of ANSWER is missing in the code",
						(models, code) -> code.timers().put("event_waited", "UPDATE")),
				new Breach("timer event_idle of UPDATE is missing in the models",
						(models, code) -> code.timers().put("event_idle", "UPDATE")),
				new Breach("decision words is missing in the code", (models, code) -> code.decisions().clear()),
				new Breach("decision words is missing in dmn/", (models, code) -> models.tables().clear()),
				new Breach("field of greet name is missing in the models",
						(models, code) -> models.forms().get("greet").fields().remove("name")),
				new Breach("field of greet idle is missing in the code",
						(models, code) -> models.forms().get("greet").fields().add("idle")),
				new Breach("field of meet idle is missing in the code",
						(models, code) -> models.forms().get("meet").fields().add("idle")),
				new Breach("form meet is missing, or nobody reads it", (models, code) -> models.forms().remove("meet")),
				new Breach("offer of greet idle is missing in the code",
						(models, code) -> models.forms().get("greet").offers().add("idle")),
				new Breach("answer bye of userTask_greet is not possible",
						(models, code) -> models.answers().get("userTask_greet").add("bye")),
				new Breach("answer of userTask_other is missing in the code",
						(models, code) -> models.answers().put("userTask_other", Set.of("bye"))),
				new Breach("answer of userTask_greet is missing in the models",
						(models, code) -> models.answers().clear()));
	}

	@Test
	@DisplayName("Where both sides agree, there is no difference")
	void agreement() throws Exception {
		assertThat(Contract.differences(models(), code())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("breaches")
	@DisplayName("The difference is found")
	void findsTheDifference(Breach breach) throws Exception {
		ModelSide models = models();
		CodeSide code = code();

		breach.change().accept(models, code);

		assertThat(Contract.differences(models, code)).contains(breach.difference());
	}

	private static ModelSide models() {
		return ModelSide.read(MODELS);
	}

	private static CodeSide code() throws Exception {
		CodeSide code = CodeSide.empty();
		code.processes().add("greeting");
		code.userTasks().add(CodeSide.reader("userTask_greet", GreetTask.class));
		code.delegates().add("chooseWords");
		code.listeners()
			.put("meetListener", new CodeSide.Reader("meetListener", Set.of("who"), Set.of(), false, false));
		code.methods().addAll(Set.of("assignment.groups", "deadlines.due"));
		code.variables().add("known");
		code.messages().add("greeting.left");
		code.errors().add("rude");
		code.timers().put("event_waited", "ANSWER");
		code.decisions().add("words");
		return code;
	}

}
