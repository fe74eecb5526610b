package dev.escala.modelgate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.modelgate.Contracts.Field;
import dev.escala.modelgate.Contracts.Reads;
import dev.escala.modelgate.file.FormFile;

/** Edits of one form of ours, one thing at a time. */
final class FormMutants {

	private final FormFile form;

	private final ModelFile file;

	private final Mutants mutants;

	private FormMutants(ModelFile file, Mutants mutants) {
		this.mutants = mutants;
		this.file = file;
		this.form = FormFile.parse(file.shortName(), file.content());
	}

	static void make(ModelFile file, Vocabulary vocabulary, Mutants all) {
		FormMutants mutants = new FormMutants(file, all);
		List<JsonNode> components = mutants.form.components();
		for (int i = 0; i < components.size(); i++) {
			JsonNode component = components.get(i);
			Field contract = vocabulary.contracts()
				.fields()
				.getOrDefault(mutants.form.id(), Map.of())
				.get(component.path("key").asText());
			if (contract != null) {
				mutants.field(i, component, contract);
			}
			mutants.hidden(i, component);
			mutants.texts(i, component);
			mutants.legal(i, component, contract);
		}
	}

	private void edit(String kind, int component, String what, Consumer<ObjectNode> edit) {
		FormFile copy = FormFile.parse(this.file.shortName(), this.file.content());
		ObjectNode edited = (ObjectNode) copy.components().get(component);
		String where = edited.path("key").asText(edited.path("id").asText()) + ", " + what;
		edit.accept(edited);
		if (!copy.json().equals(this.form.json())) {
			this.mutants.add(kind, where, this.file.name(),
					() -> copy.json().toString().getBytes(StandardCharsets.UTF_8));
		}
	}

	private void field(int i, JsonNode component, Field contract) {
		String type = component.path("type").asText();
		edit("a field by another key", i, "key", (one) -> one.put("key", one.path("key").asText() + "s"));
		edit("a component that Tasklist does not show", i, "type", (one) -> one.put("type", type + "s"));
		edit("a field that is read-only", i, "readonly", (one) -> one.put("readonly", true));
		List<String> wrong = switch (contract.reads()) {
			case FLAG -> List.of("textfield", "number", "checklist");
			case NUMBER -> List.of("textfield", "checkbox", "textarea");
			case CHOICES -> List.of("radio", "textfield", "checkbox");
			case TEXT, LINES -> contract.values().isEmpty() ? List.of("checkbox", "number", "checklist")
					: List.of("textfield", "textarea", "checkbox", "number", "checklist");
		};
		wrong.forEach((other) -> edit("a field of another kind", i, other, (one) -> one.put("type", other)));
		for (int option = 0; option < component.path("values").size(); option++) {
			int place = option;
			String value = component.path("values").path(option).path("value").asText();
			edit("an option that nobody knows", i, value + "s", (one) -> value(one, place, value + "s"));
			edit("an option with a blank", i, value + " ", (one) -> value(one, place, value + " "));
			String upper = value.toUpperCase(Locale.ROOT);
			String other = upper.equals(value) ? value.toLowerCase(Locale.ROOT) : upper;
			if (!other.equals(value)) {
				edit("an option in another case", i, other, (one) -> value(one, place, other));
			}
		}
		if (component.has("values")) {
			edit("nothing to choose from", i, "values", (one) -> one.remove("values"));
		}
		if (component.has("valuesKey")) {
			edit("a list that nobody gives", i, "valuesKey",
					(one) -> one.put("valuesKey", one.path("valuesKey").asText() + "s"));
		}
		if (component.has("defaultValue")) {
			edit("a choice from the start that is none", i, "defaultValue", (one) -> one.put("defaultValue", "nada"));
		}
		String first = this.form.fields().get(0).path("key").asText();
		if (!first.equals(component.path("key").asText())) {
			edit("a key twice", i, first, (one) -> one.put("key", first));
		}
	}

	private static void value(ObjectNode field, int option, String value) {
		((ObjectNode) field.path("values").path(option)).put("value", value);
	}

	private void hidden(int i, JsonNode component) {
		String hide = component.path("conditional").path("hide").asText();
		if (hide.isEmpty()) {
			return;
		}
		hide(i, "hidden by a field that is not there", hide.replaceFirst("=(\\w+)", "=$1s"));
		hide(i, "hidden by what cannot be read", hide + " =");
		hide(i, "hidden by a value that does not come", hide.replaceFirst("\"(\\w+)\"", "\"$1s\""));
		if (component.has("key")) {
			edit("hidden and required", i, "required", (one) -> one.withObject("validate").put("required", true));
		}
	}

	private void hide(int i, String kind, String hide) {
		if (!kind.endsWith("come") || hide.contains("s\"")) {
			edit(kind, i, hide, (one) -> one.withObject("conditional").put("hide", hide));
		}
	}

	private void texts(int i, JsonNode component) {
		String text = component.path("text").asText();
		if (text.contains("{{")) {
			edit("shows what nobody gives", i, "text", (one) -> one.put("text", text.replaceFirst("}}", "s}}")));
		}
	}

	private void legal(int i, JsonNode component, Field contract) {
		if (component.has("label")) {
			edit("legal: another label", i, "label",
					(one) -> one.put("label", one.path("label").asText() + " (nuevo)"));
			edit("legal: another explanation", i, "description",
					(one) -> one.put("description", "Con sus palabras. " + one.path("description").asText()));
		}
		if (component.path("validate").has("maxLength")) {
			edit("legal: another length", i, "maxLength", (one) -> one.withObject("validate").put("maxLength", 150));
		}
		if (component.path("values").size() > 1) {
			edit("legal: another label of an option", i, "values",
					(one) -> ((ObjectNode) one.path("values").path(0)).put("label", "Otra cosa"));
			edit("legal: options in another order", i, "values", (one) -> {
				ArrayNode values = (ArrayNode) one.path("values");
				values.add(values.remove(0));
			});
		}
		if (contract != null && !component.path("conditional").has("hide")
				&& !Set.of(Reads.FLAG, Reads.CHOICES).contains(contract.reads())) {
			edit("legal: required or not", i, "required", (one) -> one.withObject("validate")
				.put("required", !one.path("validate").path("required").asBoolean()));
		}
	}

}
