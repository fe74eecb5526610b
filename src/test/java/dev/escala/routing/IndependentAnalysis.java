package dev.escala.routing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Looks for gaps and overlaps with the analysis of another engine. That one reads plain
 * DMN only, so it gets a copy in which Camunda's own dialect is written out.
 */
public final class IndependentAnalysis {

	private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

	private static final Set<DMNMessageType> DEFECTS = EnumSet.of(DMNMessageType.DECISION_TABLE_GAP,
			DMNMessageType.DECISION_TABLE_OVERLAP, DMNMessageType.DECISION_TABLE_OVERLAP_HITPOLICY_UNIQUE,
			DMNMessageType.DECISION_TABLE_MASKED_RULE, DMNMessageType.DECISION_TABLE_SUBSUMPTION_RULE);

	private static final Set<DMNMessageType> NOT_ANALYSED = EnumSet.of(DMNMessageType.DECISION_TABLE_ANALYSIS_ERROR,
			DMNMessageType.ERR_COMPILING_FEEL, DMNMessageType.INVALID_SYNTAX);

	private static final DMNValidator VALIDATOR = DMNValidatorFactory.newValidator();

	private IndependentAnalysis() {
	}

	/** Every gap and overlap of the table, in the other engine's words. */
	static List<String> defects(Path file) {
		return defects(read(file));
	}

	/** Every gap and overlap of the table in that text. */
	public static List<String> defects(String text) {
		return VALIDATOR.validate(new StringReader(normalised(text)), DMNValidator.Validation.ANALYZE_DECISION_TABLE)
			.stream()
			.filter((message) -> DEFECTS.contains(message.getMessageType()))
			.map((message) -> message.getMessageType() + ": " + message.getText())
			.toList();
	}

	/** Whether the other engine understood and analysed the table at all. */
	static boolean understands(Path file) {
		return understands(read(file));
	}

	/** Whether the other engine understood the table in that text. */
	public static boolean understands(String text) {
		List<DMNMessage> messages = VALIDATOR.validate(new StringReader(normalised(text)),
				DMNValidator.Validation.ANALYZE_DECISION_TABLE);
		return !messages.isEmpty()
				&& messages.stream().noneMatch((message) -> NOT_ANALYSED.contains(message.getMessageType()));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String normalised(String text) {
		try {
			return write(normalise(parse(text)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(text, ex);
		}
	}

	private static Document normalise(Document document) {
		for (Element cell : elements(document, "inputEntry")) {
			Element text = child(cell, "text");
			if (text.getTextContent().isBlank()) {
				text.setTextContent("-");
			}
		}
		for (String typed : List.of("inputExpression", "output")) {
			for (Element element : elements(document, typed)) {
				if (element.getAttribute("typeRef").matches("integer|long|double")) {
					element.setAttribute("typeRef", "number");
				}
			}
		}
		for (Element decision : elements(document, "decision")) {
			Element table = child(decision, "decisionTable");
			decision.insertBefore(variable(document, decision.getAttribute("name"), null), table);
			for (Element expression : elements(document, "inputExpression")) {
				String name = child(expression, "text").getTextContent();
				Element data = document.createElementNS(DMN, "inputData");
				data.setAttribute("id", "inputData_" + name);
				data.setAttribute("name", name);
				data.appendChild(variable(document, name, expression.getAttribute("typeRef")));
				decision.getParentNode().insertBefore(data, decision);
				Element required = document.createElementNS(DMN, "requiredInput");
				required.setAttribute("href", "#inputData_" + name);
				Element requirement = document.createElementNS(DMN, "informationRequirement");
				requirement.appendChild(required);
				decision.insertBefore(requirement, table);
			}
		}
		return document;
	}

	private static Document parse(String text) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
	}

	private static String write(Document document) throws Exception {
		StringWriter writer = new StringWriter();
		TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(writer));
		return writer.toString();
	}

	private static Element variable(Document document, String name, String type) {
		Element variable = document.createElementNS(DMN, "variable");
		variable.setAttribute("name", name);
		if (type != null) {
			variable.setAttribute("typeRef", type);
		}
		return variable;
	}

	private static List<Element> elements(Document document, String name) {
		NodeList nodes = document.getElementsByTagNameNS(DMN, name);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
		return elements;
	}

	private static Element child(Element parent, String name) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (name.equals(node.getLocalName())) {
				return (Element) node;
			}
		}
		throw new IllegalArgumentException("No " + name + " in " + parent.getAttribute("id"));
	}

}
