package dev.escala.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.escala.calendar.holiday.Countries;
import dev.escala.clock.DeadlineWatch;
import dev.escala.clock.ServiceClock;
import dev.escala.commitment.Coverage;
import dev.escala.customer.Tier;
import dev.escala.engine.UserTask;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.matter.Severity;
import dev.escala.modelgate.Contracts;
import dev.escala.modelgate.Contracts.Field;
import dev.escala.modelgate.Contracts.Reads;
import dev.escala.modelgate.OwnModels;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.FormFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands behind the names of the vocabulary is what the application does. Which
 * values it really writes is watched while all tests run, see
 * {@link dev.escala.support.WrittenValues}; here the lists are no longer than the code.
 */
@EscalaTest
class ContractsTests {

	private static final Path WRITTEN = Path.of("target", "contracts.json");

	private static final Path KEPT = Path.of("src", "main", "resources", "modelgate", "contracts.json");

	private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

	private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");

	private final ObjectMapper json = JsonMapper.builder()
		.addModule(new SimpleModule().addSerializer(Set.class, new Sorted()))
		.build();

	private final Contracts kept = Contracts.read();

	private final Vocabulary vocabulary = Vocabulary.read();

	private final Submission models = new Submission(OwnModels.files());

	@Autowired
	private ApplicationContext context;

	@Test
	@DisplayName("What processes need, how fields are read and what forms show is what models and code have")
	void contracts() throws Exception {
		CodeSide code = CodeSide.read(this.context);
		Contracts found = new Contracts(this.kept.values(), this.kept.writes(), this.kept.arguments(), processes(code),
				fields(), shows());

		this.json.writerWithDefaultPrettyPrinter().writeValue(WRITTEN.toFile(), found);

		assertThat(found).as("look at the difference, then copy %s to %s", WRITTEN, KEPT).isEqualTo(this.kept);
	}

	@Test
	@DisplayName("The values of a variable are those of its type, and every answer is one that the code knows")
	void values() throws Exception {
		Map<String, Set<String>> types = Map.of("severity", names(Severity.class), "tier", names(Tier.class), "clock",
				names(ServiceClock.class), "exceptionKind", names(ExceptionRequest.Kind.class), "coverage",
				names(Coverage.State.class), "deadlineState",
				names(DeadlineWatch.Passed.class).stream()
					.map((name) -> name.toLowerCase(Locale.ROOT))
					.collect(Collectors.toSet()),
				"proposalAnswer", Set.of("accepted", "declined", "kept"));
		this.kept.values()
			.forEach((name, values) -> assertThat(values).as(name)
				.containsExactlyInAnyOrderElementsOf(types.getOrDefault(name, Set.of("true", "false"))));
		assertThat(this.vocabulary.variables()).containsAll(this.kept.values().keySet());
		CodeSide code = CodeSide.read(this.context);
		for (CodeSide.Reader task : code.userTasks()) {
			Set<String> answers = this.kept.values(task.key(), "answer");
			assertThat(!answers.isEmpty()).as(task.key()).isEqualTo(task.answers());
			assertThat(allTexts()).as(task.key()).containsAll(answers);
		}
		assertThat(this.kept.arguments().keySet()).containsExactlyInAnyOrderElementsOf(withTexts());
	}

	@Test
	@DisplayName("Every option of a form is a text that the code knows, the name of a constant, or the code of a region")
	void options() {
		Set<String> known = new TreeSet<>(allTexts());
		Application.CLASSES.stream()
			.filter((type) -> type.isEnum())
			.map((type) -> type.reflect())
			// A constant with a body of its own is a class, too.
			.filter(Class::isEnum)
			.flatMap((type) -> Arrays.stream(type.getEnumConstants()))
			.forEach((constant) -> known.add(((Enum<?>) constant).name()));
		Countries.find("es").orElseThrow().regions().forEach((region) -> known.add(region.code()));
		this.kept.fields()
			.forEach((form, fields) -> fields.forEach((key, field) -> assertThat(known).as(form + ": " + key)
				.containsAll(field.values().stream().filter((value) -> !value.matches("\\d+")).toList())));
	}

	private Map<String, Contracts.Process> processes(CodeSide code) {
		Map<String, Contracts.Process> processes = new TreeMap<>();
		for (BpmnFile file : this.models.processes()) {
			List<Node> calls = this.models.processes()
				.stream()
				.flatMap((other) -> other.nodes("callActivity").stream())
				.filter((call) -> call.xml().getAttribute("calledElement").equals(file.processId()))
				.toList();
			Set<String> given = new TreeSet<>();
			calls.forEach((call) -> given.addAll(targets(call)));
			calls.forEach((call) -> given.retainAll(targets(call)));
			boolean keyed = !calls.isEmpty() && calls.stream()
				.allMatch((call) -> Xml.extensions(call.xml(), "in")
					.stream()
					.anyMatch((in) -> in.hasAttribute("businessKey")));
			Set<String> elements = new TreeSet<>(code.elements());
			elements.removeIf((id) -> id.startsWith("userTask_") || file.find(id).isEmpty());
			Map<String, String> timers = new TreeMap<>(code.timers());
			timers.keySet().removeIf((event) -> file.find(event).isEmpty());
			processes.put(file.processId(), new Contracts.Process(keyed, given, elements, timers));
		}
		return processes;
	}

	private static Set<String> targets(Node call) {
		Set<String> targets = new TreeSet<>();
		Xml.extensions(call.xml(), "in").forEach((in) -> targets.add(in.getAttribute("target")));
		targets.remove("");
		return targets;
	}

	private Map<String, Map<String, Field>> fields() throws Exception {
		Map<String, Map<String, String>> readings = new TreeMap<>();
		for (UserTask task : this.context.getBeansOfType(UserTask.class).values()) {
			readings.put(this.vocabulary.tasks().get(task.key()).form(),
					CodeSide.readings(AopUtils.getTargetClass(task)));
		}
		for (Vocabulary.Process process : this.vocabulary.processes().values()) {
			for (String listener : process.startListeners()) {
				readings.put(process.startForm(), CodeSide
					.readings(AopUtils.getTargetClass(this.context.getBean(listener, ExecutionListener.class))));
			}
		}
		Map<String, Map<String, Field>> fields = new TreeMap<>();
		for (FormFile form : this.models.forms()) {
			Map<String, Field> read = new TreeMap<>();
			for (JsonNode field : form.fields()) {
				String key = field.path("key").asText();
				Set<String> values = new TreeSet<>();
				field.path("values").forEach((option) -> values.add(option.path("value").asText()));
				read.put(key, new Field(Reads.valueOf(readings.get(form.id()).get(key).toUpperCase(Locale.ROOT)),
						field.has("valuesKey") ? this.kept.fields().get(form.id()).get(key).values() : values));
			}
			fields.put(form.id(), read);
		}
		return fields;
	}

	/** Each name is a text somewhere in the code, too. */
	private Map<String, Set<String>> shows() {
		Map<String, Set<String>> shows = new TreeMap<>();
		for (FormFile form : this.models.forms()) {
			Set<String> names = new TreeSet<>();
			for (JsonNode component : form.components()) {
				SHOWN.matcher(component.path("text").asText()).results().forEach((name) -> names.add(name.group(1)));
				NAME.matcher(component.path("conditional").path("hide").asText().replaceAll("\"[^\"]*\"", ""))
					.results()
					.forEach((name) -> names.add(name.group()));
			}
			names.removeAll(Set.of("or", "and", "true", "false", "null"));
			form.fields().forEach((field) -> names.remove(field.path("key").asText()));
			assertThat(allTexts()).as(form.id()).containsAll(names);
			if (!names.isEmpty()) {
				shows.put(form.id(), names);
			}
		}
		return shows;
	}

	private List<String> withTexts() {
		List<String> methods = new ArrayList<>();
		this.vocabulary.beans()
			.forEach((name, bean) -> bean.methods()
				.forEach((method, arguments) -> Stream.of(name + "." + method)
					.filter((one) -> arguments > 1)
					.forEach(methods::add)));
		return methods;
	}

	private static Set<String> allTexts() {
		Function<Path, Stream<String>> texts = (file) -> {
			try {
				return Pattern.compile("\"([^\"\n]*)\"")
					.matcher(Files.readString(file))
					.results()
					.map((one) -> one.group(1));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).flatMap(texts).collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static <E extends Enum<E>> Set<String> names(Class<E> type) {
		return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
	}

	/**
	 * Sets are written in the order of the alphabet, so that a difference can be read.
	 */
	private static final class Sorted extends JsonSerializer<Set> {

		@Override
		public void serialize(Set set, JsonGenerator json, SerializerProvider serializers) throws IOException {
			json.writeStartArray();
			for (Object text : new TreeSet<Object>(set)) {
				json.writeString((String) text);
			}
			json.writeEndArray();
		}

	}

}
