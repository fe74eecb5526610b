package dev.escala.modelgate.file;

import java.util.List;
import java.util.Optional;

import org.w3c.dom.Element;

/**
 * One .dmn file as the rules see it.
 *
 * @param path the file's name
 * @param root the whole document
 * @param decisions in the order of the file
 */
public record DmnFile(String path, Element root, List<Decision> decisions) {

	/**
	 * A decision of any kind.
	 *
	 * @param id by which processes and code name it
	 * @param name what people call it
	 */
	public record Decision(String id, String name, Element xml) {

		/** Its table, or empty where it is decided in another way. */
		public Optional<Element> table() {
			return Xml.child(this.xml, "decisionTable");
		}

		/** What each input reads, by its expression, in order. */
		public List<String> inputs() {
			return table().map((table) -> Xml.children(table, "input"))
				.orElse(List.of())
				.stream()
				.map((input) -> Xml.child(input, "inputExpression").map((read) -> Xml.text(read, "text")).orElse(""))
				.toList();
		}

		/** The names of its outputs, in order. */
		public List<String> outputs() {
			return table().map((table) -> Xml.children(table, "output"))
				.orElse(List.of())
				.stream()
				.map((output) -> output.getAttribute("name"))
				.toList();
		}

		/** How many rules answer, {@code UNIQUE} where nothing is said. */
		public String hitPolicy() {
			return table().map((table) -> table.getAttribute("hitPolicy"))
				.filter((policy) -> !policy.isEmpty())
				.orElse("UNIQUE");
		}

	}

	/**
	 * Reads a file in the encoding that it names.
	 * @throws UnreadableModelException where it is no XML
	 */
	public static DmnFile parse(String path, byte[] content) {
		Element root = Xml.parse(content).getDocumentElement();
		List<Decision> decisions = Xml.children(root, "decision")
			.stream()
			.map((decision) -> new Decision(decision.getAttribute("id"), decision.getAttribute("name"), decision))
			.toList();
		return new DmnFile(path, root, decisions);
	}

}
