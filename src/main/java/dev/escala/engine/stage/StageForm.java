package dev.escala.engine.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;

/** The form that a task shows, as it is deployed now. */
final class StageForm {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final Set<String> TEXTS = Set.of("textfield", "textarea");

	private StageForm() {
	}

	/**
	 * A field that people fill in.
	 *
	 * @param text whether they write it in their own words
	 * @param several whether they choose several
	 * @param choices what each value is called
	 */
	record Field(String key, String label, boolean text, boolean several, Map<String, String> choices) {
	}

	/** The fields in the order of the form; none where the task shows no form. */
	static List<Field> of(String taskId) {
		try (InputStream content = Context.getCommandContext()
			.runWithoutAuthorization(new GetDeployedTaskFormCmd(taskId))) {
			List<Field> fields = new ArrayList<>();
			collect(JSON.readTree(content), fields);
			return fields;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void collect(JsonNode component, List<Field> fields) {
		if (component.hasNonNull("key")) {
			String type = component.path("type").asText();
			Map<String, String> choices = new TreeMap<>();
			component.path("values")
				.forEach((choice) -> choices.put(choice.path("value").asText(), choice.path("label").asText()));
			fields.add(new Field(component.get("key").asText(), component.path("label").asText(), TEXTS.contains(type),
					Set.of("checklist", "taglist").contains(type), choices));
		}
		component.path("components").forEach((child) -> collect(child, fields));
	}

}
