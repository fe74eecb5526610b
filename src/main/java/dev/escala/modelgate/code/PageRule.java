package dev.escala.modelgate.code;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * A task shows a form and no page: a page brings scripts that run in the browser of
 * whoever opens the task.
 */
public final class PageRule implements ProcessRule {

	private static final String FORM_FILE = "camunda-forms:";

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Element element : Xml.all(file.root())) {
			String key = Xml.camunda(element, "formKey");
			if (!key.isEmpty() && !key.startsWith(FORM_FILE)) {
				findings.refuse(file.path(), element,
						"Muestra la página «" + key + "», y las páginas propias no se permiten.",
						"Haga un formulario de Camunda (.form) y nómbrelo como formulario de la tarea.");
			}
		}
	}

}
