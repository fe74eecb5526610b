package dev.escala.modelgate.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The texts of a file in which the engine looks for expressions. Everything counts that
 * is not known to be for readers only: what the engine reads tomorrow is looked at today.
 */
public final class Texts {

	/** Their names are shown computed; the names of all others are labels. */
	private static final Set<String> NAMED = Set.of("userTask", "message", "signal", "formField", "inputParameter",
			"outputParameter", "field", "value");

	private static final Set<String> FOR_READERS = Set.of("textAnnotation", "BPMNDiagram", "properties");

	private static final Set<String> BEANS = Set.of("delegateExpression", "variableMappingDelegateExpression");

	private Texts() {
	}

	/**
	 * A text with something to compute.
	 *
	 * @param element where it stands, or whose attribute it is
	 */
	public record Text(Element element, String value) {
	}

	/** All of them but the beans, which are named and not computed. */
	public static List<Text> of(BpmnFile file) {
		return of(file.root());
	}

	/** Those of an element and of what is in it. */
	public static List<Text> of(Element element) {
		List<Text> found = new ArrayList<>();
		collect(element, found);
		return found;
	}

	private static void collect(Element element, List<Text> found) {
		if (FOR_READERS.contains(element.getLocalName()) || isNote(element)) {
			return;
		}
		for (Attr attribute : Xml.attributes(element)) {
			boolean label = "name".equals(attribute.getName()) && !NAMED.contains(element.getLocalName());
			if (!label && !BEANS.contains(attribute.getLocalName())) {
				add(element, attribute.getValue(), found);
			}
		}
		StringBuilder own = new StringBuilder();
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
				own.append(node.getNodeValue());
			}
		}
		add(element, own.toString().strip(), found);
		Xml.children(element).forEach((child) -> collect(child, found));
	}

	/** The documentation of a user task is shown computed, any other is not. */
	private static boolean isNote(Element element) {
		return element.getLocalName().equals("documentation")
				&& !(element.getParentNode() instanceof Element parent && parent.getLocalName().equals("userTask"));
	}

	private static void add(Element element, String value, List<Text> found) {
		if (value.contains("${") || value.contains("#{")) {
			found.add(new Text(element, value));
		}
	}

}
