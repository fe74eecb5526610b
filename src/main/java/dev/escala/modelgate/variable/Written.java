package dev.escala.modelgate.variable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.Term;
import dev.escala.engine.expression.UnreadableExpressionException;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.FormFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * What the instances of a process may hold.
 *
 * @param variables those that something writes, with what they may hold then
 * @param open whether others may write what cannot be known: everything of a called
 * process is taken over, or nobody says with what the process starts
 */
public record Written(Map<String, Possible> variables, boolean open) {

	/** What a task says to the gateway behind it; it is not kept. */
	public static final String ANSWER = "answer";

	/** What the engine writes for an activity that is done several times. */
	private static final Set<String> COUNTERS = Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances",
			"nrOfCompletedInstances");

	private static final Set<String> TEXTS = Set.of("textfield", "textarea");

	private static final Set<String> RESULTS = Set.of("resultVariable", "elementVariable", "errorCodeVariable",
			"errorMessageVariable", "escalationCodeVariable", "initiator");

	/** The names of the variables that something writes. */
	public Set<String> names() {
		return this.variables.keySet();
	}

	/** What something here writes into a variable; anything where nobody can say. */
	public Possible possible(String name) {
		return this.variables.getOrDefault(name, Possible.ANYTHING);
	}

	/** Everything that is written in a process of a submission, and into it. */
	public static Written in(BpmnFile file, Element process, Submission submission, Vocabulary vocabulary,
			Deployed deployed) {
		Written inside = inside(file, process, submission, vocabulary, deployed);
		String key = process.getAttribute("id");
		Vocabulary.Process contract = vocabulary.processes().get(key);
		if (contract == null) {
			return new Written(inside.variables(), true);
		}
		contract.variables().forEach((name) -> inside.add(name, Possible.of(vocabulary.contracts().values(key, name))));
		return inside;
	}

	/** What the process itself writes, whatever it is given. */
	public static Written inside(BpmnFile file, Element process, Submission submission, Vocabulary vocabulary,
			Deployed deployed) {
		Map<String, Possible> variables = new TreeMap<>();
		boolean open = Xml.descendants(process, "out")
			.stream()
			.anyMatch((out) -> out.getAttribute("variables").equals("all"));
		Written written = new Written(variables, open);
		Xml.all(process).forEach((element) -> written.by(element, vocabulary));
		for (Node node : file.nodesOf(process)) {
			Vocabulary.Task task = node.type().equals("userTask") ? vocabulary.task(node.id()).orElse(null) : null;
			if (task != null) {
				written.add(node.id(), task.sets(), vocabulary);
				if (task.answers()) {
					written.add(node.id(), Set.of(ANSWER), vocabulary);
				}
			}
			written.stayFrom(node, submission, vocabulary, deployed);
		}
		variables.remove("");
		return written;
	}

	private void by(Element element, Vocabulary vocabulary) {
		RESULTS.forEach((result) -> add(Xml.camunda(element, result), Possible.ANYTHING));
		String bean = bean(Xml.camunda(element, "delegateExpression").isEmpty()
				? element.getAttribute("delegateExpression") : Xml.camunda(element, "delegateExpression"))
			.orElse("");
		if (vocabulary.beans().containsKey(bean)) {
			add(bean, vocabulary.beans().get(bean).sets(), vocabulary);
		}
		switch (element.getLocalName()) {
			case "out" -> add(element.getAttribute("target"),
					Possible.of(vocabulary.contracts().values(called(element), element.getAttribute("source"))));
			case "inputParameter", "outputParameter" -> add(element.getAttribute("name"), Possible.ANYTHING);
			case "formField" -> add(element.getAttribute("id"), Possible.ANYTHING);
			case "multiInstanceLoopCharacteristics" -> COUNTERS.forEach((name) -> add(name, Possible.ANYTHING));
			default -> {
				// Writes nothing of its own.
			}
		}
	}

	private static String called(Element out) {
		return (out.getParentNode() != null && out.getParentNode().getParentNode() instanceof Element call)
				? call.getAttribute("calledElement") : "";
	}

	private void add(String writer, Set<String> names, Vocabulary vocabulary) {
		names.forEach((name) -> add(name, Possible.of(vocabulary.contracts().values(writer, name))));
	}

	private void add(String name, Possible possible) {
		this.variables.merge(name, possible, Possible::or);
	}

	/**
	 * The fields of its form that no code takes out of the process. What people write in
	 * a stage is kept with the case.
	 */
	private void stayFrom(Node node, Submission submission, Vocabulary vocabulary, Deployed deployed) {
		String id = Xml.camunda(node.xml(), "formRef");
		boolean stage = node.type().equals("userTask") && vocabulary.task(node.id()).isEmpty();
		Vocabulary.Form read = vocabulary.forms().get(id);
		if (!id.isEmpty()) {
			form(id, submission, deployed).ifPresent((form) -> form.fields()
				.stream()
				.filter((field) -> !(stage && TEXTS.contains(field.path("type").asText())))
				.filter((field) -> read == null || !read.fields().contains(field.path("key").asText()))
				.forEach((field) -> add(field.path("key").asText(), chosen(field))));
		}
	}

	/** A form of the submission, else the one in force. */
	public static Optional<FormFile> form(String id, Submission submission, Deployed deployed) {
		return submission.forms()
			.stream()
			.filter((form) -> form.id().equals(id))
			.findFirst()
			.or(() -> deployed.form(id).map((file) -> FormFile.parse(file.name(), file.content())));
	}

	/** What a person may choose in a field; what is left empty arrives as nothing. */
	private static Possible chosen(JsonNode field) {
		String type = field.path("type").asText();
		Set<Object> values = new LinkedHashSet<>();
		if (type.equals("checkbox")) {
			values.addAll(List.of(true, false));
		}
		else if (List.of("radio", "select").contains(type) && !field.has("valuesKey")) {
			field.path("values").forEach((option) -> values.add(option.path("value").asText()));
		}
		if (!values.isEmpty() && !type.equals("checkbox") && !field.path("validate").path("required").asBoolean()) {
			values.add(null);
		}
		return new Possible(values);
	}

	private static Optional<String> bean(String expression) {
		try {
			return (Expression.parse(expression).root() instanceof Term.Name name) ? Optional.of(name.name())
					: Optional.empty();
		}
		catch (UnreadableExpressionException ex) {
			return Optional.empty();
		}
	}

}
