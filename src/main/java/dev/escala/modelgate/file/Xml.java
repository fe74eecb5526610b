package dev.escala.modelgate.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The little of XML that the rules need. Elements go by their local names. */
public final class Xml {

	/** The namespace of what Camunda adds to BPMN. */
	public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final String ACTIVITI = "http://activiti.org/bpmn";

	private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

	private Xml() {
	}

	/** Reads a text. */
	public static Document parse(String content) {
		return parse(new InputSource(new StringReader(content)));
	}

	/** Reads a file in the encoding that it names. */
	public static Document parse(byte[] content) {
		return parse(new InputSource(new ByteArrayInputStream(content)));
	}

	/**
	 * Nothing outside of the file is read, and nothing inside stands for something else.
	 */
	private static Document parse(InputSource source) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setXIncludeAware(false);
			factory.setExpandEntityReferences(false);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature(NO_DOCTYPE, true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			// The parser's own handler prints.
			builder.setErrorHandler(new DefaultHandler());
			return builder.parse(source);
		}
		catch (SAXParseException ex) {
			throw new UnreadableModelException(ex.getMessage().contains("disallow-doctype-decl")
					? "empieza con una declaración DOCTYPE, que puede traer texto de fuera"
					: "no es XML válido: línea " + ex.getLineNumber() + ", columna " + ex.getColumnNumber());
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new UnreadableModelException("no es XML válido");
		}
	}

	/** The elements directly inside. */
	public static List<Element> children(Element parent) {
		List<Element> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				children.add(element);
			}
		}
		return children;
	}

	/** The elements of a name directly inside. */
	public static List<Element> children(Element parent, String name) {
		return children(parent).stream().filter((child) -> child.getLocalName().equals(name)).toList();
	}

	/** The first element of a name directly inside. */
	public static Optional<Element> child(Element parent, String name) {
		return children(parent, name).stream().findFirst();
	}

	/** The elements of a name, however deep. */
	public static List<Element> descendants(Element parent, String name) {
		List<Element> found = new ArrayList<>();
		for (Element child : children(parent)) {
			if (child.getLocalName().equals(name)) {
				found.add(child);
			}
			found.addAll(descendants(child, name));
		}
		return found;
	}

	/** The elements of a name inside {@code extensionElements}. */
	public static List<Element> extensions(Element element, String name) {
		return child(element, "extensionElements").map((extensions) -> descendants(extensions, name)).orElse(List.of());
	}

	/** The text of an element directly inside, or empty. */
	public static String text(Element parent, String child) {
		return child(parent, child).map((element) -> element.getTextContent().strip()).orElse("");
	}

	/**
	 * An attribute of Camunda, or empty. The engine also takes the name of its ancestor.
	 */
	public static String camunda(Element element, String attribute) {
		String value = element.getAttributeNS(CAMUNDA, attribute);
		return value.isEmpty() ? element.getAttributeNS(ACTIVITI, attribute) : value;
	}

	/** Whether a name belongs to what Camunda adds. */
	public static boolean isCamunda(Node node) {
		return CAMUNDA.equals(node.getNamespaceURI()) || ACTIVITI.equals(node.getNamespaceURI());
	}

	/** All attributes, those that declare namespaces too. */
	public static List<Attr> attributes(Element element) {
		NamedNodeMap attributes = element.getAttributes();
		return IntStream.range(0, attributes.getLength()).mapToObj((i) -> (Attr) attributes.item(i)).toList();
	}

	/** The element and all elements inside it. */
	public static List<Element> all(Element element) {
		List<Element> found = new ArrayList<>(List.of(element));
		for (int i = 0; i < found.size(); i++) {
			found.addAll(children(found.get(i)));
		}
		return found;
	}

}
