package dev.escala.modelversion;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.modelgate.file.DmnFile;
import dev.escala.modelgate.file.UnreadableModelException;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a file says, part by part: the elements of a process, the columns and rules of a
 * table, the fields of a form. The drawing does not count.
 */
final class ModelFacts {

	/** What the other hit policies answer does not depend on the order of the rules. */
	private static final Set<String> ORDERED = Set.of("FIRST", "RULE ORDER");

	/** Said by the flows themselves. */
	private static final Set<String> REPEATED = Set.of("incoming", "outgoing", "extensionElements");

	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("name", "Nombre"),
			Map.entry("documentation", "Documentación"), Map.entry("delegateExpression", "Qué hace"),
			Map.entry("formRef", "Formulario"), Map.entry("candidateGroups", "Quién la recibe"),
			Map.entry("assignee", "Responsable"), Map.entry("dueDate", "Para cuándo es"),
			Map.entry("conditionExpression", "Condición"), Map.entry("sourceRef", "Sale de"),
			Map.entry("targetRef", "Va a"), Map.entry("default", "Flujo por defecto"),
			Map.entry("asyncBefore", "Empieza aparte"), Map.entry("failedJobRetryTimeCycle", "Reintentos"),
			Map.entry("timeDate", "Fecha"), Map.entry("timeDuration", "Duración"), Map.entry("timeCycle", "Repetición"),
			Map.entry("calledElement", "Proceso llamado"), Map.entry("versionTag", "Etiqueta de versión"),
			Map.entry("historyTimeToLive", "Cuánto se guarda su historia"), Map.entry("attachedToRef", "Está sobre"),
			Map.entry("cancelActivity", "Interrumpe"), Map.entry("isInterrupting", "Interrumpe"),
			Map.entry("label", "Etiqueta"), Map.entry("type", "Tipo"), Map.entry("description", "Explicación"),
			Map.entry("hitPolicy", "Cuántas reglas responden"), Map.entry("typeRef", "Tipo"),
			Map.entry("values", "Opciones"), Map.entry("valuesKey", "Lista de opciones"),
			Map.entry("defaultValue", "Valor al empezar"), Map.entry("conditional.hide", "Cuándo se oculta"),
			Map.entry("followUpDate", "Seguimiento"), Map.entry("formRefBinding", "Versión del formulario"),
			Map.entry("calledElementBinding", "Versión del proceso llamado"), Map.entry("isExecutable", "Ejecutable"),
			Map.entry("executionListener", "Oyente"), Map.entry("in", "Entrada"), Map.entry("out", "Salida"),
			Map.entry("condition", "Condición"), Map.entry("validate.required", "Obligatorio"),
			Map.entry("validate.maxLength", "Largo máximo"), Map.entry("text", "Texto"));

	/** Its parts by id, in the order of the file. */
	private final Map<String, Part> parts = new LinkedHashMap<>();

	private ModelFacts() {
	}

	/**
	 * A part.
	 *
	 * @param label what people call it
	 * @param facts what it says, by the Spanish name of each fact
	 * @param order the decision among whose rules it has a place that counts, or
	 * {@code null}
	 */
	record Part(String label, Map<String, String> facts, String order) {

		Part(String label, Map<String, String> facts) {
			this(label, facts, null);
		}

	}

	/**
	 * Reads a file.
	 * @throws UnreadableModelException where it cannot be read
	 */
	static Map<String, Part> of(ModelKind kind, byte[] content) {
		ModelFacts facts = new ModelFacts();
		switch (kind) {
			case PROCESS -> facts.process(Xml.parse(content).getDocumentElement());
			case TABLE -> DmnFile.parse("", content).decisions().forEach(facts::table);
			case FORM -> facts.form(content);
		}
		return facts.parts;
	}

	private void process(Element root) {
		Xml.children(root)
			.stream()
			.filter((child) -> !child.getLocalName().equals("BPMNDiagram"))
			.flatMap((child) -> Xml.all(child).stream())
			.filter((element) -> element.hasAttribute("id") && !element.getLocalName().endsWith("EventDefinition"))
			.forEach(this::element);
	}

	private void element(Element element) {
		Map<String, String> facts = new LinkedHashMap<>();
		attributes(element, facts);
		collect(element, facts);
		String name = element.getAttribute("name");
		this.parts.put(element.getAttribute("id"),
				new Part(name.isBlank() ? element.getAttribute("id") : name.strip(), facts));
	}

	/** What has no id of its own belongs to what is around it. */
	private static void collect(Element element, Map<String, String> facts) {
		for (Element child : Xml.children(element)) {
			boolean apart = child.hasAttribute("id") && !child.getLocalName().endsWith("EventDefinition");
			if (apart || child.getLocalName().equals("incoming") || child.getLocalName().equals("outgoing")) {
				continue;
			}
			if (Xml.children(child).isEmpty() && !child.getTextContent().isBlank()) {
				add(facts, child.getLocalName(), child.getTextContent().strip());
			}
			else if (!REPEATED.contains(child.getLocalName()) && !plain(child).isEmpty()) {
				add(facts, child.getLocalName(), plain(child));
			}
			collect(child, facts);
		}
	}

	private static String plain(Element element) {
		StringJoiner joined = new StringJoiner(", ");
		for (Attr attribute : Xml.attributes(element)) {
			if (isFact(attribute)) {
				joined.add(attribute.getLocalName() + " = " + attribute.getValue());
			}
		}
		return joined.toString();
	}

	private static void attributes(Element element, Map<String, String> facts) {
		for (Attr attribute : Xml.attributes(element)) {
			if (isFact(attribute)) {
				add(facts, attribute.getLocalName(), attribute.getValue());
			}
		}
	}

	private static boolean isFact(Attr attribute) {
		return !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())
				&& !"http://www.w3.org/2001/XMLSchema-instance".equals(attribute.getNamespaceURI())
				&& !attribute.getName().equals("id");
	}

	private static void add(Map<String, String> facts, String name, String value) {
		facts.merge(WORDS.getOrDefault(name, name), value, (one, other) -> one + "; " + other);
	}

	private void table(DmnFile.Decision decision) {
		Map<String, String> head = new LinkedHashMap<>();
		attributes(decision.xml(), head);
		add(head, "description", Xml.text(decision.xml(), "description"));
		add(head, "hitPolicy", decision.hitPolicy());
		this.parts.put(decision.id(), new Part(decision.name(), head));
		Element table = decision.table().orElse(null);
		if (table == null) {
			return;
		}
		List<Element> inputs = Xml.children(table, "input");
		List<Element> outputs = Xml.children(table, "output");
		inputs.forEach(this::column);
		outputs.forEach(this::column);
		int place = 0;
		for (Element rule : Xml.children(table, "rule")) {
			place++;
			Map<String, String> cells = new LinkedHashMap<>();
			cells(inputs, Xml.children(rule, "inputEntry"), "cualquiera", cells);
			cells(outputs, Xml.children(rule, "outputEntry"), "nada", cells);
			add(cells, "Motivo", Xml.text(rule, "description"));
			this.parts.put(rule.getAttribute("id"),
					new Part("Regla " + place, cells, ORDERED.contains(decision.hitPolicy()) ? decision.id() : null));
		}
	}

	private void column(Element column) {
		Map<String, String> facts = new LinkedHashMap<>();
		Xml.child(column, "inputExpression").ifPresent((read) -> {
			facts.put("Qué mira", Xml.text(read, "text"));
			facts.put("Tipo", read.getAttribute("typeRef"));
		});
		if (column.hasAttribute("typeRef")) {
			facts.put("Tipo", column.getAttribute("typeRef"));
		}
		for (String allowed : List.of("inputValues", "outputValues")) {
			Xml.child(column, allowed).ifPresent((values) -> facts.put("Valores admitidos", Xml.text(values, "text")));
		}
		this.parts.put(column.getAttribute("id"), new Part("Columna «" + label(column) + "»", facts));
	}

	private static void cells(List<Element> columns, List<Element> entries, String empty, Map<String, String> cells) {
		for (int i = 0; i < Math.min(columns.size(), entries.size()); i++) {
			String text = Xml.text(entries.get(i), "text");
			add(cells, label(columns.get(i)), text.isEmpty() ? empty : text);
		}
	}

	private static String label(Element column) {
		return column.hasAttribute("label") ? column.getAttribute("label") : column.getAttribute("name");
	}

	private void form(byte[] content) {
		try {
			JsonNode form = new ObjectMapper().readTree(content);
			components(form.path("components"));
		}
		catch (IOException ex) {
			throw new UnreadableModelException("no es un formulario");
		}
	}

	private void components(JsonNode components) {
		for (JsonNode component : components) {
			String id = component.path("key").asText(component.path("id").asText());
			Map<String, String> facts = new LinkedHashMap<>();
			flatten("", component, facts);
			this.parts.put(id, new Part(component.path("label").asText(id), facts));
			components(component.path("components"));
		}
	}

	/** Where it stands on the screen is its drawing. */
	private static void flatten(String path, JsonNode node, Map<String, String> facts) {
		node.properties().forEach((field) -> {
			String name = path + field.getKey();
			if (Set.of("id", "key", "layout", "components").contains(name)) {
				return;
			}
			if (field.getValue().isObject()) {
				flatten(name + ".", field.getValue(), facts);
			}
			else {
				add(facts, name, name.equals("values") ? options(field.getValue())
						: field.getValue().isArray() ? field.getValue().toString() : field.getValue().asText());
			}
		});
	}

	/** In the order in which people see them. */
	private static String options(JsonNode values) {
		StringJoiner options = new StringJoiner("; ");
		values.forEach((option) -> options
			.add("«" + option.path("label").asText() + "» (" + option.path("value").asText() + ")"));
		return options.toString();
	}

}
