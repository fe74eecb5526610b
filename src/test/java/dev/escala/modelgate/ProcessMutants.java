package dev.escala.modelgate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import dev.escala.modelgate.Vocabulary.Kind;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Edits of one process of ours, one thing at a time. */
final class ProcessMutants {

	private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition");

	private static final String WORK = "PT10S,PT1M,PT5M,PT15M,PT1H";

	private final ModelFile file;

	private final Document document;

	private final BpmnFile model;

	private final Vocabulary vocabulary;

	private final Mutants mutants;

	private ProcessMutants(ModelFile file, Vocabulary vocabulary, Mutants mutants) {
		this.mutants = mutants;
		this.file = file;
		this.document = Xml.parse(new String(file.content(), StandardCharsets.UTF_8));
		this.model = BpmnFile.parse(file.shortName(), file.content());
		this.vocabulary = vocabulary;
	}

	static void make(ModelFile file, Vocabulary vocabulary, Mutants all) {
		ProcessMutants mutants = new ProcessMutants(file, vocabulary, all);
		for (Element element : Xml.all(mutants.document.getDocumentElement())) {
			if (Xml.all(element).stream().noneMatch((one) -> one.getLocalName().startsWith("BPMN"))
					&& !element.getPrefix().endsWith("di")) {
				mutants.names(element);
				mutants.expressions(element);
				mutants.steps(element);
				mutants.flows(element);
				mutants.calls(element);
				mutants.legal(element);
			}
			if (element.getLocalName().equals("process")) {
				mutants.process(element);
			}
		}
		mutants.identifiers();
	}

	/** The attribute changed, where it is there; {@code null} removes it. */
	private void attribute(String kind, Element element, String name, UnaryOperator<String> edit) {
		for (Attr attribute : Xml.attributes(element)) {
			if (attribute.getLocalName().equals(name)) {
				String before = attribute.getValue();
				String after = edit.apply(before);
				if (after == null) {
					element.removeAttributeNode(attribute);
					add(kind, element, name + " removed");
					element.setAttributeNode(attribute);
				}
				else if (!after.equals(before)) {
					attribute.setValue(after);
					add(kind, element, name + " = " + after);
					attribute.setValue(before);
				}
			}
		}
	}

	/** What stands in it changed. */
	private void text(String kind, Element element, String after) {
		String before = element.getTextContent();
		if (!after.equals(before)) {
			element.setTextContent(after);
			add(kind, element, after.strip());
			element.setTextContent(before);
		}
	}

	private void removed(String kind, Element element) {
		org.w3c.dom.Node parent = element.getParentNode();
		org.w3c.dom.Node next = element.getNextSibling();
		parent.removeChild(element);
		add(kind, (Element) parent, Xml.all(element).get(0).getLocalName() + " " + element.getAttribute("id"));
		parent.insertBefore(element, next);
	}

	private void add(String kind, Element at, String what) {
		this.mutants.add(kind, at.getAttribute("id") + ", " + what, this.file.name(), this::written);
	}

	private byte[] written() {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			TransformerFactory.newInstance()
				.newTransformer()
				.transform(new DOMSource(this.document), new StreamResult(out));
			return out.toByteArray();
		}
		catch (TransformerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void names(Element element) {
		boolean listener = element.getLocalName().equals("executionListener");
		attribute("a bean with a letter too many", element, "delegateExpression", (bean) -> bean.replace("}", "s}"));
		attribute("a bean that was made for something else", element, "delegateExpression", (bean) -> "${"
				+ this.vocabulary.beans(listener ? Kind.DELEGATE : Kind.EXECUTION_LISTENER).iterator().next() + "}");
		attribute("no bean", element, "delegateExpression", (bean) -> null);
		attribute("a form that is not there", element, "formRef", (form) -> form + "s");
		attribute("the form of another task", element, "formRef",
				(form) -> form.equals("take-over") ? "share-rca" : "take-over");
		attribute("a form of this deployment", element, "formRefBinding", (binding) -> "deployment");
		attribute("a group that is not there", element, "candidateGroups", (group) -> "agentes");
		switch (element.getLocalName()) {
			case "message" -> attribute("a message that nobody sends", element, "name", (name) -> name + "s");
			case "error" -> attribute("an error that nobody throws", element, "errorCode", (code) -> code + "s");
			case "property" -> {
				if (element.getAttribute("name").equals("decision")) {
					attribute("a decision that is not there", element, "value", (decision) -> decision + "s");
				}
			}
			default -> {
			}
		}
		for (String reference : List.of("messageRef", "errorRef")) {
			attribute("an event of what is not there", element, reference, (id) -> id + "s");
		}
	}

	private void expressions(Element element) {
		for (Attr attribute : Xml.attributes(element)) {
			computed(attribute.getValue(),
					(kind, after) -> attribute(kind, element, attribute.getLocalName(), (before) -> after));
		}
		if (Xml.children(element).isEmpty()) {
			computed(element.getTextContent(), (kind, after) -> text(kind, element, after));
		}
		if (!CONDITIONS.contains(element.getLocalName())) {
			return;
		}
		String condition = element.getTextContent().strip();
		text("a variable that nobody writes", element, condition.replaceFirst("([a-z]\\w*)", "$1s"));
		text("an expression that cannot be read", element, condition.replace("}", " ==}"));
		if (condition.contains("'")) {
			text("a value that does not come", element, condition.replaceFirst("'(\\w+)'", "'$1s'"));
			text("a value with a blank", element, condition.replaceFirst("'(\\w+)'", "'$1 '"));
			String upper = condition.replaceFirst("'.*'",
					condition.replaceAll(".*('.*').*", "$1").toUpperCase(Locale.ROOT));
			String lower = condition.replaceFirst("'.*'",
					condition.replaceAll(".*('.*').*", "$1").toLowerCase(Locale.ROOT));
			text("a value in another case", element, upper.equals(condition) ? lower : upper);
			text("a truth value instead of a text", element, condition.replaceFirst("'.*'", "true"));
			text("a condition that is no truth value", element, condition.replaceFirst(" == .*", "}"));
			text("a condition that never holds", element,
					condition.replaceFirst("\\{(.*) == '(.*)'}", "{$1 == '$2' && $1 != '$2'}"));
			text("legal: a condition the other way round", element,
					condition.replaceFirst("\\{(.*) == ('.*')}", "{$2 == $1}"));
		}
		else {
			text("a text instead of a truth value", element, condition.replaceFirst("!?(\\w+)}", "$1 == 'yes'}"));
			text("a condition that never holds", element, condition.replaceFirst("!?(\\w+)}", "$1 && !$1}"));
			text("legal: a condition the other way round", element, condition.replaceFirst("!(\\w+)}", "$1 == false}"));
		}
		if (element.getLocalName().equals("conditionExpression")) {
			text("a condition that always holds", element, "${true}");
			removed("no condition", element);
		}
	}

	private interface Edited {

		void text(String kind, String after);

	}

	private static void computed(String text, Edited edited) {
		if (text.contains("${") && text.contains("(execution")) {
			edited.text("a method that is not there", text.replaceFirst("\\(execution", "s(execution"));
			edited.text("a bean that is not there", text.replaceFirst("\\.", "s."));
			edited.text("a value too many", text.replaceFirst("\\)", ", 'X')"));
			edited.text("a method without the execution", text.replaceFirst("\\(execution", "('X'"));
			if (text.contains("'")) {
				edited.text("a clock that is not there", text.replaceFirst("'(\\w+)'", "'$1S'"));
				edited.text("a clock that moves another timer", text.replaceFirst("'(\\w+)'", "'LEVEL_3'"));
				edited.text("a value too few", text.replaceFirst(", '.*'", ""));
			}
		}
	}

	private void steps(Element element) {
		Node node = this.model.find(element.getAttribute("id")).orElse(null);
		if (element.getLocalName().equals("userTask")) {
			attribute("a task for nobody", element, "candidateGroups", (groups) -> null);
			attribute("a task for blanks", element, "candidateGroups", (groups) -> " ");
			attribute("a task without a date", element, "dueDate", (date) -> null);
			attribute("a task without a form", element, "formRef", (form) -> null);
			attribute("legal: a task for a group by its name", element, "candidateGroups", (groups) -> "agents");
			attribute("legal: a task that nobody follows up", element, "followUpDate", (date) -> null);
		}
		if (node != null && node.type().endsWith("Task") && writesOutside(node) && !followsTimer(node)) {
			attribute("work outside in the transaction of a person", element, "asyncBefore", (async) -> null);
		}
		switch (element.getLocalName()) {
			case "failedJobRetryTimeCycle" -> {
				text("retries that never wait", element, WORK.replace(',', ';'));
				text("retries for ever", element, "R/PT1M");
				text("retries in words", element, "1 hora");
				text("legal: other retries", element, "PT1M,PT1H");
			}
			case "timeDate" -> {
				text("a timer with a written duration", element, "PT1H");
				text("a timer with a written date", element, "2030-01-01T00:00:00Z");
				text("a timer without a date", element, "");
			}
			case "timerEventDefinition" ->
				Xml.children(element).forEach((when) -> removed("a timer without a date", when));
			case "conditionalEventDefinition" ->
				attribute("a variable that nobody writes", element, "variableName", (name) -> name + "s");
			case "executionListener" -> {
				if (element.getAttribute("event").equals("start") && startsProcess(element)) {
					removed("a start that nobody hears of", element);
				}
			}
			default -> {
			}
		}
	}

	private boolean startsProcess(Element listener) {
		return this.vocabulary.processes()
			.get(this.model.processId())
			.startListeners()
			.contains(listener.getAttribute("delegateExpression").replaceAll("[${}]", ""));
	}

	private boolean writesOutside(Node node) {
		Vocabulary.Bean bean = this.vocabulary.beans()
			.get(Xml.camunda(node.xml(), "delegateExpression").replaceAll("[${}]", ""));
		return bean != null && bean.writesOutside();
	}

	private boolean followsTimer(Node node) {
		return this.model.incoming(node)
			.stream()
			.map((flow) -> this.model.node(flow.source()))
			.allMatch((source) -> source.definition("timer").isPresent() && !source.type().equals("startEvent"));
	}

	private void flows(Element element) {
		attribute("no default flow", element, "default", (flow) -> null);
		attribute("a default flow that is not there", element, "default", (flow) -> flow + "s");
		if (element.getLocalName().equals("sequenceFlow")) {
			attribute("a flow to nowhere", element, "targetRef", (target) -> target + "s");
			attribute("a flow from nowhere", element, "sourceRef", (source) -> source + "s");
			removed(breaks(element.getAttribute("id"))
					? "a flow removed, so that something is not reached or does not end" : "legal: a flow removed",
					element);
			List<Element> others = Xml.children((Element) element.getParentNode(), "sequenceFlow")
				.stream()
				.filter((other) -> other != element
						&& other.getAttribute("sourceRef").equals(element.getAttribute("sourceRef"))
						&& Xml.child(other, "conditionExpression").isPresent())
				.toList();
			others.forEach((other) -> Xml.child(element, "conditionExpression")
				.ifPresent((condition) -> text("a condition twice", condition,
						Xml.child(other, "conditionExpression").orElseThrow().getTextContent())));
		}
		if (element.getLocalName().equals("endEvent")) {
			removed("no end", element);
		}
		if (element.getLocalName().equals("startEvent")) {
			removed("no start", element);
		}
	}

	/** Told by another walk than the gate's. */
	private boolean breaks(String flow) {
		return new Walk(this.model, flow).breaks();
	}

	private void calls(Element element) {
		if (element.getLocalName().equals("callActivity")) {
			attribute("a process that is not there", element, "calledElement", (process) -> process + "s");
			attribute("no process", element, "calledElement", (process) -> "");
			attribute("a process of this deployment", element, "calledElementBinding", (binding) -> "deployment");
		}
		if (element.getLocalName().equals("in") && !element.hasAttribute("businessKey")) {
			attribute("hands over what nobody writes", element, "source", (name) -> name + "s");
			attribute("hands over what nobody knows", element, "target", (name) -> name + "s");
			removed("does not hand over what is needed", element);
			if (element.getAttribute("source").equals("tier")) {
				attribute("hands over something else", element, "source", (name) -> "severity");
			}
		}
		else if (element.getLocalName().equals("in")) {
			removed("does not hand over the number", element);
			attribute("hands over one number for all", element, "businessKey", (key) -> "ESC-2026-000001");
			attribute("hands over a number that is none", element, "businessKey", (key) -> "#{numbers}");
		}
		if (element.getLocalName().equals("out")) {
			attribute("takes what is not there", element, "source", (name) -> name + "s");
			attribute("takes it where nobody reads it", element, "target", (name) -> name + "s");
			removed("does not take the result", element);
		}
	}

	private void legal(Element element) {
		if (element.hasAttribute("name") && this.model.find(element.getAttribute("id")).isPresent()) {
			attribute("legal: another label", element, "name", (name) -> name + " otra vez");
		}
		if (element.getLocalName().equals("documentation")) {
			text("legal: another guidance", element, element.getTextContent() + " Gracias.");
		}
	}

	private void process(Element process) {
		attribute("no time to live", process, "historyTimeToLive", (days) -> null);
		attribute("no version", process, "versionTag", (tag) -> null);
		attribute("not executable", process, "isExecutable", (yes) -> "false");
		attribute("legal: another version", process, "versionTag", (tag) -> tag + ".1");
		attribute("legal: a longer history", process, "historyTimeToLive", (days) -> "P730D");
		attribute("legal: another label", process, "name", (name) -> name + " otra vez");
	}

	/** What code names has another name. */
	private void identifiers() {
		Contracts.Process contract = this.vocabulary.contracts().processes().get(this.model.processId());
		Set<String> known = new TreeSet<>(contract.elements());
		known.addAll(contract.timers().keySet());
		this.model.nodes("userTask").forEach((task) -> known.add(task.id()));
		String text = new String(this.file.content(), StandardCharsets.UTF_8);
		for (String id : known) {
			this.mutants.add("an element that code names is called otherwise", id, this.file.name(),
					() -> text.replaceAll("\\b" + id + "\\b", id + "s").getBytes(StandardCharsets.UTF_8));
		}
	}

}
