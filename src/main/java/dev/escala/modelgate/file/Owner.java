package dev.escala.modelgate.file;

import java.util.Set;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a person looks for in Modeler to find something that stands inside of it.
 *
 * @param id of the element, or {@code null} where it is the whole file
 * @param label what stands on it, or {@code null}
 */
public record Owner(String id, String label) {

	/** Parts of an element that have ids of their own and are seen nowhere. */
	private static final Set<String> UNSEEN = Set.of("EventDefinition", "LoopCharacteristics", "xpression",
			"extensionElements", "Entry", "Listener", "formField", "timeDate", "timeDuration", "timeCycle", "condition",
			"ioSpecification");

	/** Of an element: itself, or what it is part of. */
	public static Owner of(Element element) {
		Node at = element;
		while (at instanceof Element one) {
			boolean seen = UNSEEN.stream().noneMatch((name) -> one.getLocalName().endsWith(name));
			if (seen && !one.getAttribute("id").isEmpty() && !Xml.isCamunda(one)
					&& one.getParentNode() instanceof Element) {
				return new Owner(one.getAttribute("id"),
						one.getAttribute("name").isEmpty() ? null : one.getAttribute("name"));
			}
			at = one.getParentNode();
		}
		return new Owner(null, null);
	}

}
