package dev.escala.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * Everything that the models say to the code.
 *
 * @param userTasks the form of each user task
 * @param starts the form of each start event, by the bean that listens to the start
 * @param forms the forms by id
 * @param delegates beans that do the work of a task
 * @param listeners beans that listen to an execution
 * @param calls what expressions ask, as {@code bean.method}
 * @param variables what conditions and calls read or hand over
 * @param answers what the gateway after a user task compares its answer with
 * @param timers the clock of each timer
 * @param elements the ids of all nodes
 */
record ModelSide(Set<String> processes, Map<String, String> userTasks, Map<String, String> starts,
		Map<String, Form> forms, Set<String> delegates, Set<String> listeners, Set<String> calls, Set<String> variables,
		Map<String, Set<String>> answers, Set<String> messages, Set<String> errors, Map<String, String> timers,
		Set<String> decisions, Set<String> tables, Set<String> elements) {

	private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

	private static final Pattern KEY = Pattern.compile("#\\{(\\w+)}");

	private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+\\.\\w+)\\(");

	private static final Pattern CLOCK = Pattern.compile("'([A-Z_]+)'");

	private static final Pattern ANSWER = Pattern.compile("answer == '(\\w+)'");

	private static final Pattern VARIABLE = Pattern.compile("\\b([a-z]\\w*)\\b");

	/** The fields of a form, the lists that Java offers it, and its fixed choices. */
	record Form(Set<String> fields, Set<String> offers, Set<String> choices) {
	}

	static ModelSide empty() {
		return new ModelSide(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(),
				new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>(),
				new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
	}

	static ModelSide read(Path... folders) {
		ModelSide side = empty();
		for (Path folder : folders) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					side.add(file);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return side;
	}

	private void add(Path file) throws IOException {
		try (InputStream content = Files.newInputStream(file)) {
			if (file.toString().endsWith(".bpmn")) {
				add(Bpmn.readModelFromStream(content));
			}
			else if (file.toString().endsWith(".form")) {
				add(new ObjectMapper().readTree(content));
			}
			else if (file.toString().endsWith(".dmn")) {
				Dmn.readModelFromStream(content)
					.getModelElementsByType(Decision.class)
					.forEach((decision) -> this.tables.add(decision.getId()));
			}
		}
	}

	private void add(BpmnModelInstance model) {
		model.getModelElementsByType(Process.class).forEach((process) -> this.processes.add(process.getId()));
		model.getModelElementsByType(UserTask.class)
			.forEach((task) -> this.userTasks.put(task.getId(), task.getCamundaFormRef()));
		model.getModelElementsByType(CamundaExecutionListener.class)
			.forEach((listener) -> this.listeners.add(bean(listener.getCamundaDelegateExpression())));
		model.getModelElementsByType(StartEvent.class)
			.stream()
			.filter((start) -> start.getCamundaFormRef() != null)
			.forEach(this::addStart);
		model.getModelElementsByType(ServiceTask.class)
			.forEach((task) -> this.delegates.add(bean(task.getCamundaDelegateExpression())));
		model.getModelElementsByType(BusinessRuleTask.class)
			.forEach((task) -> this.delegates.add(bean(task.getCamundaDelegateExpression())));
		model.getModelElementsByType(CamundaProperty.class)
			.stream()
			.filter((property) -> property.getCamundaName().equals("decision"))
			.forEach((property) -> this.decisions.add(property.getCamundaValue()));
		model.getModelElementsByType(Message.class).forEach((message) -> this.messages.add(message.getName()));
		model.getModelElementsByType(Error.class).forEach((error) -> this.errors.add(error.getErrorCode()));
		model.getModelElementsByType(FlowNode.class).forEach((node) -> this.elements.add(node.getId()));
		addExpressions(model);
		addAnswers(model);
	}

	private void addStart(StartEvent start) {
		start.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaExecutionListener.class)
			.list()
			.forEach((listener) -> this.starts.put(bean(listener.getCamundaDelegateExpression()),
					start.getCamundaFormRef()));
	}

	private void addExpressions(BpmnModelInstance model) {
		CALL.matcher(Bpmn.convertToString(model)).results().forEach((call) -> this.calls.add(call.group(1)));
		Stream
			.concat(model.getModelElementsByType(ConditionExpression.class).stream(),
					model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Condition.class).stream())
			.map((condition) -> condition.getTextContent().strip())
			.forEach(this::addCondition);
		model.getModelElementsByType(CamundaIn.class)
			.forEach((in) -> handOver(in.getCamundaSource(), in.getCamundaTarget(), key(in.getCamundaBusinessKey())));
		model.getModelElementsByType(CamundaOut.class)
			.forEach((out) -> handOver(out.getCamundaSource(), out.getCamundaTarget()));
		for (TimeDate date : model.getModelElementsByType(TimeDate.class)) {
			var event = (org.camunda.bpm.model.bpmn.instance.Event) date.getParentElement().getParentElement();
			CLOCK.matcher(date.getTextContent())
				.results()
				.forEach((clock) -> this.timers.put(event.getId(), clock.group(1)));
		}
	}

	/** The answer of a task belongs to the gateway behind it, everything else to all. */
	private void addCondition(String condition) {
		VARIABLE.matcher(condition.replaceAll("'[^']*'", ""))
			.results()
			.map((variable) -> variable.group(1))
			.filter((variable) -> !variable.equals("answer"))
			.forEach(this.variables::add);
	}

	private void addAnswers(BpmnModelInstance model) {
		for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
			String condition = (flow.getConditionExpression() == null) ? ""
					: flow.getConditionExpression().getTextContent();
			ANSWER.matcher(condition)
				.results()
				.forEach((answer) -> asked(flow.getSource()).forEach(
						(task) -> this.answers.computeIfAbsent(task, (id) -> new TreeSet<>()).add(answer.group(1))));
		}
	}

	/** Whose answer a gateway reads: one gateway may leave a part of it to the next. */
	private static Stream<String> asked(FlowNode gateway) {
		return gateway.getIncoming()
			.stream()
			.map(SequenceFlow::getSource)
			.flatMap((source) -> (source instanceof Gateway) ? asked(source) : Stream.of(source.getId()));
	}

	/** The variable that is the business key of what is called, if it is one. */
	private static String key(String expression) {
		var matcher = KEY.matcher(String.valueOf(expression));
		return matcher.matches() ? matcher.group(1) : null;
	}

	private void handOver(String... names) {
		Stream.of(names).filter((name) -> name != null).forEach(this.variables::add);
	}

	private void add(JsonNode form) {
		Form found = new Form(new TreeSet<>(), new LinkedHashSet<>(), new TreeSet<>());
		List<JsonNode> open = new ArrayList<>(List.of(form));
		while (!open.isEmpty()) {
			JsonNode component = open.remove(0);
			component.path("components").forEach(open::add);
			if (component.has("key")) {
				found.fields().add(component.path("key").asText());
				component.path("values").forEach((value) -> found.choices().add(value.path("value").asText()));
			}
			if (component.has("valuesKey")) {
				found.offers().add(component.path("valuesKey").asText());
			}
		}
		this.forms.put(form.path("id").asText(), found);
	}

	private static String bean(String expression) {
		var matcher = BEAN.matcher(String.valueOf(expression));
		return matcher.matches() ? matcher.group(1) : String.valueOf(expression);
	}

}
