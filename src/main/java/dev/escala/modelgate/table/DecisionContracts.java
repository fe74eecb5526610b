package dev.escala.modelgate.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The contracts of all decisions that the program takes. */
final class DecisionContracts {

	private static final String RESOURCE = "/modelgate/decisions.json";

	private final Map<String, DecisionContract> byKey;

	private DecisionContracts(Map<String, DecisionContract> byKey) {
		this.byKey = byKey;
	}

	/** Reads them from where they are packed. */
	static DecisionContracts packed() {
		ObjectMapper json = new ObjectMapper();
		try (InputStream stream = DecisionContracts.class.getResourceAsStream(RESOURCE)) {
			JsonNode root = json.readTree(stream);
			Map<String, DecisionContract> contracts = new HashMap<>();
			for (Map.Entry<String, JsonNode> decision : root.get("decisions").properties()) {
				decision.getValue().findParents("values").forEach((node) -> spell(node, root.get("lists")));
				contracts.put(decision.getKey(), json.treeToValue(decision.getValue(), DecisionContract.class));
			}
			return new DecisionContracts(Map.copyOf(contracts));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(RESOURCE, ex);
		}
	}

	/** A list that several decisions share stands once, under its name. */
	private static void spell(JsonNode node, JsonNode lists) {
		if (node instanceof ObjectNode object && object.get("values").isTextual()) {
			object.set("values", lists.required(object.get("values").asText()));
		}
	}

	/** The contract of a decision, or {@code null} where it is not one of ours. */
	DecisionContract of(String key) {
		return this.byKey.get(key);
	}

	/** The keys of all. */
	Set<String> keys() {
		return this.byKey.keySet();
	}

}
