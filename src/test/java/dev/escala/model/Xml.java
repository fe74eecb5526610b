package dev.escala.model;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The little of XML that the rules need. Elements go by their local names. */
final class Xml {

	static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private Xml() {
	}

	static Document parse(String content) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			return factory.newDocumentBuilder().parse(new InputSource(new StringReader(content)));
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalArgumentException("not XML", ex);
		}
	}

	static List<Element> children(Element parent) {
		List<Element> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				children.add(element);
			}
		}
		return children;
	}

	static List<Element> children(Element parent, String name) {
		return children(parent).stream().filter((child) -> child.getLocalName().equals(name)).toList();
	}

	static Optional<Element> child(Element parent, String name) {
		return children(parent, name).stream().findFirst();
	}

	static List<Element> descendants(Element parent, String name) {
		List<Element> found = new ArrayList<>();
		for (Element child : children(parent)) {
			if (child.getLocalName().equals(name)) {
				found.add(child);
			}
			found.addAll(descendants(child, name));
		}
		return found;
	}

	/** An element inside {@code extensionElements}. */
	static List<Element> extensions(Element element, String name) {
		return child(element, "extensionElements").map((extensions) -> descendants(extensions, name)).orElse(List.of());
	}

	static String text(Element parent, String child) {
		return child(parent, child).map((element) -> element.getTextContent().strip()).orElse("");
	}

	static String camunda(Element element, String attribute) {
		return element.getAttributeNS(CAMUNDA, attribute);
	}

}
