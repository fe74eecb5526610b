package dev.escala.modelgate.code;

import java.util.Set;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/** No scripts: neither as a task, nor in a listener, a parameter or a condition. */
public final class ScriptRule implements ProcessRule {

	private static final String HOW = "Quítelo; lo que se calcula va en una tabla de decisión.";

	private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition", "completionCondition");

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Element element : Xml.all(file.root())) {
			String type = element.getLocalName();
			if (type.equals("scriptTask")) {
				findings.refuse(file.path(), element, "Es una tarea de script, y los scripts no se permiten.", HOW);
			}
			else if (type.equals("script") && Xml.isCamunda(element)) {
				findings.refuse(file.path(), element, "Contiene un script, y los scripts no se permiten.", HOW);
			}
			else if (CONDITIONS.contains(type)
					&& (!element.getAttribute("language").isEmpty() || !Xml.camunda(element, "resource").isEmpty())) {
				findings.refuse(file.path(), element, "Su condición es un script, y los scripts no se permiten.",
						"Escriba la condición como ${variable} y quite el lenguaje.");
			}
		}
	}

}
