package dev.escala.browser;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A .bpmn file, taken apart into what it means and where it is drawn. */
final class DrawnModel {

	private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";

	private static final String SIZES = "http://www.omg.org/spec/DD/20100524/DC";

	private final Document document;

	DrawnModel(String xml) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			this.document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalArgumentException("not XML", ex);
		}
	}

	/**
	 * Everything but the drawing, a line for each element, whatever prefixes and
	 * indentation its writer prefers. Modeler does not write down a default.
	 */
	List<String> meaning() {
		List<String> lines = new ArrayList<>();
		tell(this.document.getDocumentElement(), "", lines);
		return lines;
	}

	/** What lies on each sheet, and what is collapsed there. */
	Map<String, String> sheets() {
		Map<String, String> sheets = new LinkedHashMap<>();
		NodeList planes = this.document.getElementsByTagNameNS(DRAWING, "BPMNPlane");
		for (int i = 0; i < planes.getLength(); i++) {
			TreeSet<String> drawn = new TreeSet<>();
			for (Node node = planes.item(i).getFirstChild(); node != null; node = node.getNextSibling()) {
				if (node instanceof Element element) {
					boolean collapsed = element.getAttribute("isExpanded").equals("false");
					drawn.add(element.getAttribute("bpmnElement") + (collapsed ? " (collapsed)" : ""));
				}
			}
			sheets.put(((Element) planes.item(i)).getAttribute("bpmnElement"), String.join("\n", drawn));
		}
		return sheets;
	}

	/** The corner at which something is drawn. */
	String placeOf(String id) {
		NodeList shapes = this.document.getElementsByTagNameNS(DRAWING, "BPMNShape");
		for (int i = 0; i < shapes.getLength(); i++) {
			Element shape = (Element) shapes.item(i);
			if (shape.getAttribute("bpmnElement").equals(id)) {
				Element bounds = (Element) shape.getElementsByTagNameNS(SIZES, "Bounds").item(0);
				return bounds.getAttribute("x") + " " + bounds.getAttribute("y");
			}
		}
		throw new IllegalArgumentException(id + " is not drawn");
	}

	private static void tell(Element element, String path, List<String> lines) {
		if (DRAWING.equals(element.getNamespaceURI())) {
			return;
		}
		String name = path + "/" + element.getLocalName();
		TreeMap<String, String> attributes = new TreeMap<>();
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			Attr attribute = (Attr) element.getAttributes().item(i);
			boolean unsaid = attribute.getLocalName().equals("calledElementBinding")
					&& attribute.getValue().equals("latest");
			if (!unsaid && !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
				attributes.put(attribute.getNamespaceURI() + " " + attribute.getLocalName(), attribute.getValue());
			}
		}
		StringBuilder text = new StringBuilder();
		List<String> children = new ArrayList<>();
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element child) {
				tell(child, name, children);
			}
			else {
				text.append(node.getTextContent().strip());
			}
		}
		lines.add(element.getNamespaceURI() + name + " " + attributes + " " + text);
		lines.addAll(children);
	}

}
