package dev.escala.modelgate.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.file.UnreadableModelException;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Each version says how long its history is kept and which one it is; what people call a
 * version is always the same thing. The drawing does not count.
 */
public final class ReleaseRule implements ModelRule {

	private final Deployed deployed;

	/** Knows earlier versions. */
	public ReleaseRule(Deployed deployed) {
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		Set<String> brought = submission.files()
			.stream()
			.filter(this.deployed::isBrought)
			.map(ModelFile::shortName)
			.collect(Collectors.toSet());
		submission.processes()
			.stream()
			.filter((file) -> !brought.contains(file.path()))
			.forEach((file) -> file.processes()
				.stream()
				.filter((process) -> !process.getAttribute("isExecutable").equals("true"))
				.filter((process) -> !file.nodesOf(process).isEmpty())
				.forEach((process) -> findings.warn(file.path(), process,
						"No está marcado como ejecutable: el motor no lo tendrá en cuenta.",
						"Si tiene que ejecutarse, marque «Executable».")));
		submission.processes()
			.forEach((file) -> file.processes()
				.stream()
				.filter((process) -> process.getAttribute("isExecutable").equals("true"))
				.forEach((process) -> check(file.path(), process, Xml::camunda, findings)));
		submission.tables()
			.stream()
			.filter((file) -> !brought.contains(file.path()))
			.forEach((file) -> file.decisions()
				.forEach((decision) -> check(file.path(), decision.xml(), ReleaseRule::ofTable, findings)));
		return findings.list();
	}

	private interface Reading {

		String of(Element element, String attribute);

	}

	/** In tables the namespace of the engine has another address. */
	private static String ofTable(Element element, String attribute) {
		return Xml.attributes(element)
			.stream()
			.filter((one) -> one.getNamespaceURI() != null && attribute.equals(one.getLocalName()))
			.map((one) -> one.getValue())
			.findFirst()
			.orElse("");
	}

	private void check(String file, Element released, Reading reading, Findings findings) {
		if (!reading.of(released, "historyTimeToLive").matches("P\\d+D|\\d+")) {
			findings.refuse(file, released, "No dice cuántos días se conserva su historia.",
					"Escriba en «History cleanup, time to live»: P365D.");
		}
		String tag = reading.of(released, "versionTag");
		if (tag.isBlank() || tag.contains("${") || tag.contains("#{")) {
			findings.refuse(file, released, "No lleva etiqueta de versión.", "Escriba en «Version tag»: 1.0.0.");
			return;
		}
		String key = released.getAttribute("id");
		before(key, tag, released.getLocalName()).filter((before) -> !same(before, released))
			.ifPresent((before) -> findings.refuse(file, released,
					"La etiqueta de versión «" + tag + "» ya se usó con otro contenido.",
					"Súbala: " + next(tag) + "."));
	}

	private Optional<Element> before(String key, String tag, String type) {
		try {
			return this.deployed.tagged(key, tag)
				.map(ModelFile::content)
				.map((content) -> Xml.parse(content).getDocumentElement())
				.flatMap((root) -> Xml.children(root, type)
					.stream()
					.filter((one) -> one.getAttribute("id").equals(key))
					.findFirst());
		}
		catch (UnreadableModelException ex) {
			return Optional.empty();
		}
	}

	private static boolean same(Element one, Element other) {
		return plain(one).isEqualNode(plain(other));
	}

	/** Without the blanks between elements, which editors put as they like. */
	private static Node plain(Element element) {
		Node copy = element.cloneNode(true);
		strip(copy);
		copy.normalize();
		return copy;
	}

	private static void strip(Node node) {
		Node child = node.getFirstChild();
		while (child != null) {
			Node next = child.getNextSibling();
			boolean blank = child.getNodeType() == Node.TEXT_NODE && child.getNodeValue().isBlank();
			if (blank || child.getNodeType() == Node.COMMENT_NODE) {
				node.removeChild(child);
			}
			else {
				strip(child);
			}
			child = next;
		}
	}

	/** The version after it: the last number one higher. */
	private static String next(String tag) {
		int end = tag.length();
		int begin = end;
		while (begin > 0 && Character.isDigit(tag.charAt(begin - 1))) {
			begin--;
		}
		return (begin == end || end - begin > 9) ? tag + ".1"
				: tag.substring(0, begin) + (Integer.parseInt(tag.substring(begin)) + 1);
	}

}
