package dev.escala.modelgate.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One .form file as the rules see it, groups opened.
 *
 * @param path the file's name
 * @param json what stands in it
 * @param components all components, those inside of others too
 */
public record FormFile(String path, JsonNode json, List<JsonNode> components) {

	/** Reads a file in the encoding of JSON, UTF-8. */
	public static FormFile parse(String path, byte[] content) {
		return parse(path, new String(content, StandardCharsets.UTF_8));
	}

	/**
	 * Reads a file.
	 * @throws UnreadableModelException where it is not JSON
	 */
	public static FormFile parse(String path, String content) {
		try {
			JsonNode json = new ObjectMapper().readTree(content);
			List<JsonNode> components = new ArrayList<>();
			collect(json, components);
			return new FormFile(path, json, List.copyOf(components));
		}
		catch (JsonProcessingException ex) {
			throw new UnreadableModelException("no es JSON válido: línea " + ex.getLocation().getLineNr());
		}
	}

	/** The form's id, by which tasks name it; empty where it has none. */
	public String id() {
		return this.json.path("id").asText();
	}

	/** The components that a person fills in. */
	public List<JsonNode> fields() {
		return this.components.stream().filter((component) -> component.has("key")).toList();
	}

	/** Whether the customer reads what is written there. */
	public boolean isForCustomers(JsonNode field) {
		return field.path("properties").path("audience").asText().equals("customer");
	}

	/** Where a finding is, for people. */
	public String at(JsonNode component) {
		return this.path + ": " + component.path("key").asText(component.path("id").asText());
	}

	private static void collect(JsonNode parent, List<JsonNode> components) {
		for (JsonNode component : parent.path("components")) {
			components.add(component);
			collect(component, components);
		}
	}

}
