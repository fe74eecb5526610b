package dev.escala.modelgate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.reference.UserId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused, or not, because of what is deployed already. */
class AlreadyThereTests {

	@Test
	@DisplayName("What is deployed may be named: processes, decisions, forms and groups")
	void deployedNames() {
		List<ModelFile> files = edited("small-case.bpmn", "camunda:candidateGroups=\"agents\"",
				"camunda:candidateGroups=\"night-shift\"")
			.stream()
			.map((file) -> edit(file, "camunda:formRef=\"greet\"", "camunda:formRef=\"welcome\""))
			.map((file) -> edit(file, "${greeted}", "${welcomed}"))
			.toList();
		Deployed there = new Deployed() {
			@Override
			public Set<String> forms() {
				return Set.of("welcome");
			}

			@Override
			public Set<String> groups() {
				return Set.of("night-shift");
			}

			@Override
			public Optional<ModelFile> form(String id) {
				ModelFile form = RefusedKinds.sound().get(1);
				return id.equals("welcome") ? Optional.of(edit(form, "\"key\": \"greeted\"", "\"key\": \"welcomed\""))
						: Optional.empty();
			}
		};

		assertThat(lines(there, files)).isEmpty();
		assertThat(lines(Deployed.NOTHING, files)).hasSize(3);
	}

	@Test
	@DisplayName("Nobody gets a task who is not there")
	void people() {
		Deployed there = new Deployed() {
			@Override
			public boolean hasPerson(UserId person) {
				return person.value().equals("agente");
			}
		};

		assertThat(lines(there,
				edited("small-case.bpmn", "camunda:candidateGroups=\"agents\"",
						"camunda:candidateUsers=\"agente,agnete\"")))
			.containsExactly(
					"small-case.bpmn, «Saludar al cliente» (userTask_greet): La da a «agnete», y nadie tiene ese "
							+ "usuario. Escriba un usuario que exista o, mejor, un grupo.");
	}

	@Test
	@DisplayName("A bean that the application has is not allowed for that reason")
	void beans() {
		Deployed there = new Deployed() {
			@Override
			public boolean hasBean(String name) {
				return name.equals("dataSource");
			}
		};

		assertThat(lines(there, edited("small-case.bpmn", "${greeted}", "${dataSource}"))).anySatisfy(
				(line) -> assertThat(line).contains("el bean «dataSource» no se permite.").doesNotContain("falta"));
	}

	@Test
	@DisplayName("A field stays in its form while processes run that use it")
	void removedField() {
		List<ModelFile> files = edited("greet.form", "\"key\": \"greetedWords\"", "\"key\": \"words\"");

		assertThat(lines(running(3), files)).containsExactly(
				"greet.form, greetedWords: Quita el campo «greetedWords», y hay procesos en marcha que usan este formulario (3). "
						+ "Déjelo mientras haya casos en marcha, o haga otro formulario con otro identificador.");
		assertThat(lines(running(0), files)).isEmpty();
	}

	@Test
	@DisplayName("A version tag means one content for ever; the drawing and the editor's blanks do not count")
	void versionTags() {
		for (String name : List.of("small-case.bpmn", "small-table.dmn")) {
			Deployed there = tagged(RefusedKinds.sound()
				.stream()
				.filter((file) -> file.name().equals(name))
				.map((file) -> edit(edit(file, "\n    ", "\n      "), "x=\"152\"", "x=\"150\""))
				.findFirst()
				.orElseThrow());

			assertThat(lines(there, RefusedKinds.sound())).isEmpty();
			assertThat(lines(there, edited(name, "Contestó", "Respondió"))).singleElement()
				.asString()
				.contains("La etiqueta de versión «1.0.0» ya se usó con otro contenido. Súbala: 1.0.1.");
		}
	}

	private static Deployed running(long instances) {
		return new Deployed() {
			@Override
			public Optional<ModelFile> form(String id) {
				return RefusedKinds.sound().stream().filter((file) -> file.name().equals(id + ".form")).findFirst();
			}

			@Override
			public long running(String form) {
				return instances;
			}
		};
	}

	private static Deployed tagged(ModelFile before) {
		return new Deployed() {
			@Override
			public Optional<ModelFile> tagged(String key, String versionTag) {
				boolean same = new String(before.content(), StandardCharsets.UTF_8).contains("id=\"" + key + "\"");
				return (same && versionTag.equals("1.0.0")) ? Optional.of(before) : Optional.empty();
			}
		};
	}

	private static List<String> lines(Deployed deployed, List<ModelFile> files) {
		return ModelGate.of(Vocabulary.read(), deployed)
			.judge(new Submission(files))
			.problems()
			.stream()
			.map(Problem::line)
			.toList();
	}

	private static List<ModelFile> edited(String file, String from, String to) {
		return new RefusedKinds.Kind("", file, from, to, "").files();
	}

	private static ModelFile edit(ModelFile file, String from, String to) {
		return new ModelFile(file.name(),
				new String(file.content(), StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8));
	}

}
