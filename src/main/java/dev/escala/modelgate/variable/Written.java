package dev.escala.modelgate.variable;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
 * @param names of the variables that something writes
 * @param open whether others may write what cannot be known: everything of a called
 * process is taken over, or nobody says with what the process starts
 */
public record Written(Set<String> names, boolean open) {

	/** What the engine writes for an activity that is done several times. */
	private static final Set<String> COUNTERS = Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances",
			"nrOfCompletedInstances");

	private static final Set<String> TEXTS = Set.of("textfield", "textarea");

	private static final Set<String> RESULTS = Set.of("resultVariable", "elementVariable", "errorCodeVariable",
			"errorMessageVariable", "escalationCodeVariable", "initiator");

	/** Whether something writes a variable, or could. */
	public boolean has(String name) {
		return this.open || this.names.contains(name);
	}

	/** Everything that is written in a process of a submission, and into it. */
	public static Written in(BpmnFile file, Element process, Submission submission, Vocabulary vocabulary,
			Deployed deployed) {
		Written inside = inside(file, process, submission, vocabulary, deployed);
		Vocabulary.Process contract = vocabulary.processes().get(process.getAttribute("id"));
		if (contract == null) {
			return new Written(inside.names(), true);
		}
		inside.names().addAll(contract.variables());
		return inside;
	}

	/** What the process itself writes, whatever it is given. */
	public static Written inside(BpmnFile file, Element process, Submission submission, Vocabulary vocabulary,
			Deployed deployed) {
		Set<String> names = new TreeSet<>();
		boolean open = false;
		for (Element element : Xml.all(process)) {
			RESULTS.forEach((result) -> names.add(Xml.camunda(element, result)));
			bean(Xml.camunda(element, "delegateExpression").isEmpty() ? element.getAttribute("delegateExpression")
					: Xml.camunda(element, "delegateExpression"))
				.map(vocabulary.beans()::get)
				.ifPresent((bean) -> names.addAll(bean.sets()));
			switch (element.getLocalName()) {
				case "out" -> {
					names.add(element.getAttribute("target"));
					open |= element.getAttribute("variables").equals("all");
				}
				case "inputParameter", "outputParameter" -> names.add(element.getAttribute("name"));
				case "formField" -> names.add(element.getAttribute("id"));
				case "multiInstanceLoopCharacteristics" -> names.addAll(COUNTERS);
				default -> {
					// Writes nothing of its own.
				}
			}
		}
		for (Node node : file.nodesOf(process)) {
			Vocabulary.Task task = node.type().equals("userTask") ? vocabulary.tasks().get(node.id()) : null;
			if (task != null) {
				names.addAll(task.sets());
				if (task.answers()) {
					names.add("answer");
				}
			}
			names.addAll(stayFrom(node, submission, vocabulary, deployed));
		}
		names.remove("");
		return new Written(names, open);
	}

	/**
	 * The fields of its form that no code takes out of the process. What people write in
	 * a stage is kept with the case.
	 */
	private static Set<String> stayFrom(Node node, Submission submission, Vocabulary vocabulary, Deployed deployed) {
		String id = Xml.camunda(node.xml(), "formRef");
		Set<String> fields = new TreeSet<>();
		boolean stage = node.type().equals("userTask") && !vocabulary.tasks().containsKey(node.id());
		if (!id.isEmpty()) {
			submission.forms()
				.stream()
				.filter((form) -> form.id().equals(id))
				.findFirst()
				.or(() -> deployed.form(id).map((file) -> FormFile.parse(file.name(), file.content())))
				.ifPresent((form) -> form.fields()
					.stream()
					.filter((field) -> !(stage && TEXTS.contains(field.path("type").asText())))
					.forEach((field) -> fields.add(field.path("key").asText())));
			Vocabulary.Form read = vocabulary.forms().get(id);
			if (read != null) {
				fields.removeAll(read.fields());
			}
		}
		return fields;
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
