package dev.escala.modelgate.reference;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.text.NearNames;
import org.w3c.dom.Element;

/**
 * A process of Escala waits for messages that are sent, and catches errors that are
 * thrown. Those of other processes may come from elsewhere.
 */
public final class MessageRule implements ProcessRule {

	private final Vocabulary vocabulary;

	/** Knows the messages and errors on the list. */
	public MessageRule(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	@Override
	public void check(BpmnFile file, Findings findings) {
		boolean own = file.processes()
			.stream()
			.anyMatch((process) -> this.vocabulary.processes().containsKey(process.getAttribute("id")));
		Set<String> settled = settledErrors(file);
		for (Element element : Xml.all(file.root())) {
			switch (element.getLocalName()) {
				case "message" -> name(file, element, own, "Nadie envía el mensaje", element.getAttribute("name"),
						this.vocabulary.messages(), findings);
				case "error" -> {
					if (!settled.contains(element.getAttribute("id"))) {
						name(file, element, own, "Nadie produce el error", element.getAttribute("errorCode"),
								this.vocabulary.errors(), findings);
					}
				}
				default -> {
					// Comes from nowhere else.
				}
			}
			dangling(file, element, findings);
		}
	}

	private static void name(BpmnFile file, Element element, boolean own, String what, String name, Set<String> known,
			Findings findings) {
		if (known.contains(name) || name.contains("${") || name.contains("#{")) {
			return;
		}
		String how = NearNames.near(name, known)
			.map((near) -> "¿Quería decir «" + near + "»?")
			.orElse("Use uno de: " + String.join(", ", known) + ".");
		if (own) {
			findings.refuse(file.path(), element, what + " «" + name + "».", how);
		}
		else {
			findings.warn(file.path(), element, "Escala no conoce «" + name + "»: tiene que llegar por la API.", how);
		}
	}

	/**
	 * Errors that end events of the file throw and other events of it catch; what only
	 * one of both does concerns others.
	 */
	private static Set<String> settledErrors(BpmnFile file) {
		Set<String> thrown = errors(file, "endEvent");
		Set<String> caught = errors(file, "boundaryEvent", "startEvent");
		thrown.removeIf((error) -> !caught.contains(error));
		return thrown;
	}

	private static Set<String> errors(BpmnFile file, String... events) {
		return file.nodes(events)
			.stream()
			.flatMap((event) -> event.definition("error").stream())
			.map((error) -> error.getAttribute("errorRef"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** An event names a message, signal, error or escalation that the file has not. */
	private static void dangling(BpmnFile file, Element element, Findings findings) {
		Map<String, String> kinds = Map.of("messageRef", "message", "signalRef", "signal", "errorRef", "error",
				"escalationRef", "escalation");
		kinds.forEach((attribute, type) -> {
			String id = element.getAttribute(attribute);
			if (!id.isEmpty() && Xml.children(file.root(), type)
				.stream()
				.noneMatch((one) -> one.getAttribute("id").equals(local(id)))) {
				findings.refuse(file.path(), element, "Nombra «" + id + "», que este archivo no define.",
						"Elija en Modeler un mensaje, una señal o un error de la lista, o cree uno.");
			}
		});
	}

	/** Ids may carry the prefix of a namespace. */
	private static String local(String id) {
		return id.substring(id.indexOf(':') + 1);
	}

}
