package dev.escala.model;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One .form file as the rules see it, groups opened. */
record FormFile(String path, JsonNode json, List<JsonNode> components) {

	static FormFile parse(String path, String content) {
		try {
			JsonNode json = new ObjectMapper().readTree(content);
			List<JsonNode> components = new ArrayList<>();
			collect(json, components);
			return new FormFile(path, json, List.copyOf(components));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(path + " is not JSON", ex);
		}
	}

	String id() {
		return this.json.path("id").asText();
	}

	/** The components that a person fills in. */
	List<JsonNode> fields() {
		return this.components.stream().filter((component) -> component.has("key")).toList();
	}

	/** Whether the customer reads what is written there. */
	boolean isForCustomers(JsonNode field) {
		return field.path("properties").path("audience").asText().equals("customer");
	}

	/** Where a finding is, for people. */
	String at(JsonNode component) {
		return this.path + ": " + component.path("key").asText(component.path("id").asText());
	}

	private static void collect(JsonNode parent, List<JsonNode> components) {
		for (JsonNode component : parent.path("components")) {
			components.add(component);
			collect(component, components);
		}
	}

}
