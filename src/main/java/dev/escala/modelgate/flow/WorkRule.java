package dev.escala.modelgate.flow;

import java.util.Set;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/** What does something says what: the engine knows no work without it. */
public final class WorkRule implements ProcessRule {

	private static final Set<String> WORK = Set.of("serviceTask", "businessRuleTask", "sendTask");

	private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");

	private static final Set<String> THROWS = Set.of("endEvent", "intermediateThrowEvent");

	private static final Set<String> DONE_BY = Set.of("delegateExpression", "class", "expression", "type",
			"decisionRef");

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Element element : Xml.all(file.root())) {
			if (works(element) && DONE_BY.stream().noneMatch((how) -> isSaid(element, how))
					&& Xml.extensions(element, "connector").isEmpty() && Xml.child(element, "script").isEmpty()) {
				findings.refuse(file.path(), element, "No dice qué se hace aquí, y el motor no podría hacerlo.",
						"Nombre uno de los beans de la lista, como ${bean}.");
			}
		}
	}

	/** Sending a message is work, too. */
	private static boolean works(Element element) {
		String type = element.getLocalName();
		return WORK.contains(type) || Xml.isCamunda(element) && LISTENERS.contains(type)
				|| type.equals("messageEventDefinition") && element.getParentNode() instanceof Element event
						&& THROWS.contains(event.getLocalName());
	}

	private static boolean isSaid(Element element, String how) {
		return !Xml.camunda(element, how).isEmpty() || Xml.isCamunda(element) && element.hasAttribute(how);
	}

}
