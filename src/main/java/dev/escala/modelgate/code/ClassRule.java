package dev.escala.modelgate.code;

import java.util.Set;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * No classes by their name, nothing put into a bean from outside, no connectors, and no
 * task for workers outside: nobody serves a topic.
 */
public final class ClassRule implements ProcessRule {

	private static final Set<String> CLASSES = Set.of("class", "variableMappingClass", "formHandlerClass");

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Element element : Xml.all(file.root())) {
			for (Attr attribute : Xml.attributes(element)) {
				if (isOfEngine(element, attribute) && CLASSES.contains(attribute.getLocalName())) {
					findings.refuse(file.path(), element,
							"Nombra la clase de Java «" + attribute.getValue() + "», y las clases no se permiten.",
							"Use una expresión delegada con uno de los beans de la lista.");
				}
			}
			if (Xml.isCamunda(element)) {
				checkExtension(file, element, findings);
			}
			String type = Xml.camunda(element, "type");
			if (!type.isEmpty()) {
				findings.refuse(file.path(), element,
						type.equals("external")
								? "Espera a un programa externo con el tema «" + Xml.camunda(element, "topic")
										+ "», y nadie atiende ese tema."
								: "Es una tarea de tipo «" + type + "», que no se permite.",
						"Use una tarea de usuario, o un bean de la lista.");
			}
		}
	}

	private static void checkExtension(BpmnFile file, Element element, Findings findings) {
		switch (element.getLocalName()) {
			case "connector" ->
				findings.refuse(file.path(), element, "Usa un conector, y los conectores no se permiten.",
						"Quítelo; los mensajes salen por los beans de la lista.");
			case "field" -> findings.refuse(file.path(), element,
					"Inyecta el campo «" + element.getAttribute("name") + "» en un bean, y eso no se permite.",
					"Quite la inyección: el bean ya tiene lo que necesita.");
			case "constraint" -> {
				if (element.getAttribute("name").equals("validator")) {
					findings.refuse(file.path(), element,
							"Un campo se valida con «" + element.getAttribute("config") + "», y eso no se permite.",
							"Use las validaciones del formulario: obligatorio, longitud, mínimo o máximo.");
				}
			}
			default -> {
				// Says nothing of what is run.
			}
		}
	}

	/** On an element of the engine's own its attributes need no prefix. */
	private static boolean isOfEngine(Element element, Attr attribute) {
		return Xml.isCamunda(attribute) || Xml.isCamunda(element) && attribute.getNamespaceURI() == null;
	}

}
