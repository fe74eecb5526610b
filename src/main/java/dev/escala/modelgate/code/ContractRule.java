package dev.escala.modelgate.code;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.escala.modelgate.Contracts;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.DmnFile;
import dev.escala.modelgate.file.FormFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.modelgate.variable.Written;
import org.w3c.dom.Element;

/**
 * Whoever takes the key of a process, a table or a form of Escala keeps what others rely
 * on: how it starts, which messages reach it, whom it calls, what it gives back.
 */
public final class ContractRule implements ModelRule {

	private static final String OWN_KEY = "Vuelva a ponerlo, o dé otra clave a lo que es suyo.";

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Compares with what Escala relies on. */
	public ContractRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		for (BpmnFile file : submission.processes()) {
			for (Element process : file.processes()) {
				Vocabulary.Process contract = this.vocabulary.processes().get(process.getAttribute("id"));
				if (contract != null) {
					check(submission, file, process, contract, findings);
				}
			}
		}
		submission.tables().forEach((file) -> tables(file, findings));
		submission.forms().forEach((form) -> form(form, findings));
		twice(submission, findings);
		return findings.list();
	}

	private void check(Submission submission, BpmnFile file, Element process, Vocabulary.Process contract,
			Findings findings) {
		List<Node> nodes = file.nodesOf(process);
		if (!process.getAttribute("isExecutable").equals("true")) {
			findings.refuse(file.path(), process, "Es un proceso de Escala y no está marcado como ejecutable.",
					"Marque «Executable» en el proceso.");
		}
		missing(file, process, "no escucha el mensaje", contract.messages(), messages(file, nodes), findings);
		missing(file, process, "no llama al proceso", contract.calls(), values(nodes, "callActivity", "calledElement"),
				findings);
		Set<String> forms = new TreeSet<>();
		Set<String> listeners = new TreeSet<>();
		boolean plain = false;
		for (Node start : nodes) {
			if (start.type().equals("startEvent") && start.parent().equals(process.getAttribute("id"))) {
				forms.add(Xml.camunda(start.xml(), "formRef"));
				Xml.extensions(start.xml(), "executionListener")
					.forEach((listener) -> listeners
						.add(listener.getAttribute("delegateExpression").replace("${", "").replace("}", "")));
				plain |= Xml.children(start.xml())
					.stream()
					.noneMatch((part) -> part.getLocalName().endsWith("Definition"));
			}
		}
		missing(file, process, "no empieza con el formulario",
				(contract.startForm() == null) ? Set.of() : Set.of(contract.startForm()), forms, findings);
		missing(file, process, "no escucha en su inicio con el bean", contract.startListeners(), listeners, findings);
		if (!plain) {
			findings.refuse(file.path(), process,
					"Escala inicia este proceso, y no tiene ningún inicio sin mensaje, temporizador ni señal.",
					OWN_KEY);
		}
		Contracts.Process known = this.vocabulary.contracts().processes().get(process.getAttribute("id"));
		if (known != null) {
			missing(file, process, "no tiene el elemento", known.elements(),
					nodes.stream().map(Node::id).collect(Collectors.toSet()), findings);
			known.timers().forEach((event, clock) -> timer(file, process, event, clock, findings));
		}
		missing(file, process, "no deja la variable", contract.outputs(),
				Written.inside(file, process, submission, this.vocabulary, this.deployed).names(), findings);
	}

	/** Whoever moves a clock moves the timer of just this event. */
	private static void timer(BpmnFile file, Element process, String event, String clock, Findings findings) {
		Optional<Element> timer = file.find(event).flatMap((node) -> node.definition("timer"));
		if (timer.isEmpty()) {
			findings.refuse(file.path(), file.find(event).map(Node::xml).orElse(process),
					"Es un proceso de Escala y le falta el temporizador de «" + event
							+ "», que Escala mueve con el plazo.",
					OWN_KEY);
		}
		else if (!timer.get().getTextContent().contains("'" + clock + "'")) {
			findings.refuse(file.path(), timer.get(),
					"Escala mueve este temporizador con el plazo «" + clock + "», y pide otro.",
					"Pida la fecha de «" + clock + "».");
		}
	}

	/** Those that events and receive tasks of the process wait for. */
	private static Set<String> messages(BpmnFile file, List<Node> nodes) {
		Map<String, String> names = Xml.children(file.root(), "message")
			.stream()
			.collect(Collectors.toMap((message) -> message.getAttribute("id"),
					(message) -> message.getAttribute("name"), (one, other) -> one));
		Set<String> heard = new TreeSet<>();
		for (Node node : nodes) {
			if (!node.type().equals("endEvent") && !node.type().equals("intermediateThrowEvent")) {
				node.definition("message")
					.ifPresent((event) -> heard.add(names.getOrDefault(event.getAttribute("messageRef"), "")));
				heard.add(names.getOrDefault(node.xml().getAttribute("messageRef"), ""));
			}
		}
		return heard;
	}

	private static Set<String> values(List<Node> nodes, String type, String attribute) {
		return nodes.stream()
			.filter((node) -> node.type().equals(type))
			.map((node) -> node.xml().getAttribute(attribute))
			.collect(Collectors.toSet());
	}

	private static void missing(BpmnFile file, Element process, String what, Set<String> wanted, Set<String> found,
			Findings findings) {
		wanted.stream()
			.filter((name) -> !found.contains(name))
			.forEach((name) -> findings.refuse(file.path(), process,
					"Es un proceso de Escala y " + what + " «" + name + "», con lo que otros cuentan.", OWN_KEY));
	}

	private void tables(DmnFile file, Findings findings) {
		for (DmnFile.Decision decision : file.decisions()) {
			Vocabulary.Decision contract = this.vocabulary.decisions().get(decision.id());
			if (contract == null) {
				continue;
			}
			if (decision.table().isEmpty()) {
				findings.refuse(file.path(), decision.xml(), "Es una decisión de Escala y no es una tabla.", OWN_KEY);
				continue;
			}
			decision.inputs()
				.stream()
				.filter((input) -> input.matches("\\w+") && !contract.inputs().containsKey(input))
				.forEach((input) -> findings.refuse(file.path(), decision.xml(),
						"Lee «" + input + "», y Escala no se lo da a esta tabla.",
						"Puede leer: " + String.join(", ", contract.inputs().keySet()) + "."));
			contract.outputs()
				.keySet()
				.stream()
				.filter((output) -> !decision.outputs().contains(output))
				.forEach((output) -> findings.refuse(file.path(), decision.xml(),
						"Le falta la columna de salida «" + output + "», que Escala lee.", "Vuelva a ponerla."));
		}
	}

	private void form(FormFile form, Findings findings) {
		Vocabulary.Form contract = this.vocabulary.forms().get(form.id());
		if (contract != null) {
			Set<String> keys = new HashSet<>();
			form.fields().forEach((field) -> keys.add(field.path("key").asText()));
			contract.fields()
				.stream()
				.filter((field) -> !keys.contains(field))
				.forEach((field) -> findings.add(Problem.refused(form.path(), field, null,
						"Al formulario «" + form.id() + "» le falta el campo con la clave «" + field
								+ "», que Escala lee.",
						"Vuelva a ponerlo; la etiqueta y el texto los puede cambiar.")));
		}
	}

	/** Two files with the same key: the engine would take one of them, or neither. */
	private static void twice(Submission submission, Findings findings) {
		Set<String> keys = new HashSet<>();
		for (BpmnFile file : submission.processes()) {
			for (Element process : file.processes()) {
				if (!keys.add("process " + process.getAttribute("id"))) {
					findings.refuse(file.path(), process, "Otro archivo trae un proceso con la misma clave.",
							"Envíe solo uno de los dos.");
				}
			}
		}
		for (DmnFile file : submission.tables()) {
			for (DmnFile.Decision decision : file.decisions()) {
				if (!keys.add("decision " + decision.id())) {
					findings.refuse(file.path(), decision.xml(), "Otro archivo trae una decisión con la misma clave.",
							"Envíe solo uno de los dos.");
				}
			}
		}
		for (FormFile form : submission.forms()) {
			if (!keys.add("form " + form.id())) {
				findings.add(Problem.refused(form.path(), null, null,
						"Otro archivo trae un formulario con el mismo identificador «" + form.id() + "».",
						"Envíe solo uno de los dos."));
			}
		}
	}

}
