package dev.escala.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.Role;
import dev.escala.modelgate.OwnModels;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.Vocabulary.Bean;
import dev.escala.modelgate.Vocabulary.Kind;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.DmnFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of what models may call and name is that of the running application and of its
 * own models. What only people can say of a bean, whether it writes outside and what it
 * leaves behind, stands in the list alone, and all of it is known to the code.
 */
@EscalaTest
class VocabularyTests {

	private static final Path WRITTEN = Path.of("target", "vocabulary.json");

	private static final Path KEPT = Path.of("src", "main", "resources", "modelgate", "vocabulary.json");

	private final ObjectMapper json = new ObjectMapper();

	private final Vocabulary kept = Vocabulary.read();

	private final Submission models = new Submission(OwnModels.files());

	@Autowired
	private ApplicationContext context;

	@Test
	@DisplayName("What models may call and name is what the application and its models have")
	void listIsTheApplication() throws Exception {
		CodeSide code = CodeSide.read(this.context);
		Map<String, CodeSide.Reader> readers = new TreeMap<>(code.listeners());
		code.userTasks().forEach((task) -> readers.put(task.key(), task));
		Vocabulary found = new Vocabulary(beans(code), tasks(code), processes(), decisions(), forms(readers),
				new TreeSet<>(code.errors()),
				Stream.of(Role.values()).map(Role::groupId).collect(Collectors.toCollection(TreeSet::new)), templates(),
				null);

		this.json.writerWithDefaultPrettyPrinter().writeValue(WRITTEN.toFile(), found);

		assertThat(Files.readString(WRITTEN).strip()).as("look at the difference, then copy %s to %s", WRITTEN, KEPT)
			.isEqualTo(Files.readString(KEPT).strip());
	}

	@Test
	@DisplayName("Whatever the code writes into a process stands in the list, and nothing else")
	void variables() throws Exception {
		assertThat(this.kept.variables()).containsExactlyInAnyOrderElementsOf(CodeSide.read(this.context).variables());
	}

	private static Set<String> templates() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "templates", "mail"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.contains("-"))
				.map((name) -> name.replaceFirst("(_en)?\\.(html|txt)$", ""))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private Map<String, Bean> beans(CodeSide code) throws Exception {
		Map<String, Bean> beans = new TreeMap<>();
		code.delegates().forEach((name) -> beans.put(name, bean(name, Kind.DELEGATE, Map.of())));
		code.listeners().keySet().forEach((name) -> beans.put(name, bean(name, Kind.EXECUTION_LISTENER, Map.of())));
		for (String method : code.methods()) {
			String name = method.substring(0, method.indexOf('.'));
			beans.put(name,
					bean(name, name.equals("assignment") ? Kind.TASK : Kind.EXPRESSION, askable(this.context, name)));
		}
		beans.put("execution", new Bean(Kind.ENGINE, Map.of(), Set.of("processBusinessKey"), false, Set.of()));
		return beans;
	}

	/** What only people can say of it is taken over. */
	private Bean bean(String name, Kind kind, Map<String, Integer> methods) {
		Bean known = this.kept.beans().get(name);
		return new Bean(kind, methods, Set.of(), known != null && known.writesOutside(),
				(known == null) ? Set.of() : new TreeSet<>(known.sets()));
	}

	/** Methods made for models: they begin with the execution that asks. */
	private static Map<String, Integer> askable(ApplicationContext context, String bean) {
		return Stream.of(AopUtils.getTargetClass(context.getBean(bean)).getMethods())
			.filter((method) -> method.getParameterCount() > 0
					&& method.getParameterTypes()[0] == DelegateExecution.class)
			.collect(Collectors.toMap((method) -> method.getName(), (method) -> method.getParameterCount(),
					(one, other) -> one, TreeMap::new));
	}

	private Map<String, Vocabulary.Task> tasks(CodeSide code) {
		Map<String, String> forms = new TreeMap<>();
		nodes("userTask").forEach((node) -> forms.put(node.id(), Xml.camunda(node.xml(), "formRef")));
		Map<String, Vocabulary.Task> tasks = new TreeMap<>();
		code.userTasks().forEach((task) -> {
			Vocabulary.Task known = this.kept.tasks().get(task.key());
			String form = forms.entrySet()
				.stream()
				.filter((one) -> task.serves(one.getKey()))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElse(null);
			tasks.put(task.key(), new Vocabulary.Task(form, task.answers(),
					(known == null) ? Set.of() : new TreeSet<>(known.sets()), task.several()));
		});
		return tasks;
	}

	private Map<String, Vocabulary.Process> processes() {
		Map<String, Vocabulary.Process> processes = new TreeMap<>();
		for (BpmnFile file : this.models.processes()) {
			Vocabulary.Process known = this.kept.processes().get(file.processId());
			Node start = file.nodes("startEvent")
				.stream()
				.filter((node) -> node.parent().equals(file.processId()))
				.findFirst()
				.orElseThrow();
			String form = Xml.camunda(start.xml(), "formRef");
			Set<String> messages = new TreeSet<>();
			Xml.children(file.root(), "message").forEach((message) -> messages.add(message.getAttribute("name")));
			Set<String> calls = new TreeSet<>();
			file.nodes("callActivity").forEach((call) -> calls.add(call.xml().getAttribute("calledElement")));
			processes.put(file.processId(),
					new Vocabulary.Process(form.isEmpty() ? null : form, listeners(start.xml()),
							(known == null) ? Set.of() : new TreeSet<>(known.variables()), messages, calls,
							outputs(file.processId())));
		}
		return processes;
	}

	private static Set<String> listeners(Element xml) {
		Set<String> beans = new TreeSet<>();
		Xml.extensions(xml, "executionListener")
			.forEach((listener) -> beans
				.add(listener.getAttribute("delegateExpression").replaceAll("\\$\\{(\\w+)}", "$1")));
		return beans;
	}

	private Set<String> outputs(String process) {
		Set<String> outputs = new TreeSet<>();
		nodes("callActivity").filter((call) -> call.xml().getAttribute("calledElement").equals(process))
			.flatMap((call) -> Xml.extensions(call.xml(), "out").stream())
			.forEach((out) -> outputs.add(out.getAttribute("source")));
		return outputs;
	}

	private Map<String, Vocabulary.Decision> decisions() {
		Map<String, Vocabulary.Decision> decisions = new TreeMap<>();
		for (DmnFile file : this.models.tables()) {
			for (DmnFile.Decision decision : file.decisions()) {
				Map<String, String> inputs = new TreeMap<>();
				Xml.descendants(decision.xml(), "inputExpression")
					.forEach((input) -> inputs.put(Xml.text(input, "text"), input.getAttribute("typeRef")));
				Map<String, String> outputs = new TreeMap<>();
				Xml.descendants(decision.xml(), "output")
					.forEach((output) -> outputs.put(output.getAttribute("name"), output.getAttribute("typeRef")));
				decisions.put(decision.id(), new Vocabulary.Decision(inputs, outputs, decision.hitPolicy()));
			}
		}
		return decisions;
	}

	private Map<String, Vocabulary.Form> forms(Map<String, CodeSide.Reader> readers) {
		Map<String, CodeSide.Reader> byForm = new TreeMap<>();
		nodes("userTask").forEach((task) -> readers.values()
			.stream()
			.filter((reader) -> reader.serves(task.id()))
			.forEach((reader) -> byForm.put(Xml.camunda(task.xml(), "formRef"), reader)));
		nodes("startEvent").filter((start) -> !Xml.camunda(start.xml(), "formRef").isEmpty())
			.forEach((start) -> listeners(start.xml())
				.forEach((bean) -> byForm.put(Xml.camunda(start.xml(), "formRef"), readers.get(bean))));
		Map<String, Vocabulary.Form> forms = new TreeMap<>();
		this.models.forms().forEach((form) -> {
			Set<String> offers = new TreeSet<>();
			form.components()
				.stream()
				.filter((component) -> component.has("valuesKey"))
				.forEach((component) -> offers.add(component.path("valuesKey").asText()));
			forms.put(form.id(), new Vocabulary.Form(new TreeSet<>(byForm.get(form.id()).fields()), offers));
		});
		return forms;
	}

	private Stream<Node> nodes(String type) {
		return this.models.processes().stream().flatMap((file) -> file.nodes(type).stream());
	}

}
