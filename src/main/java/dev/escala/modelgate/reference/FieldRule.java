package dev.escala.modelgate.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.modelgate.Contracts;
import dev.escala.modelgate.Contracts.Field;
import dev.escala.modelgate.Contracts.Reads;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.FormFile;
import dev.escala.text.NearNames;

/**
 * What a field sends can be read: it is of the kind that code expects and offers no value
 * that code would refuse. What a form shows or asks to hide a field is there.
 */
public final class FieldRule implements ModelRule {

	private static final Set<String> CHOICES = Set.of("radio", "select");

	private static final Map<Reads, Set<String>> KINDS = Map.of(Reads.TEXT,
			Set.of("textfield", "textarea", "radio", "select"), Reads.NUMBER, Set.of("number", "radio", "select"),
			Reads.FLAG, Set.of("checkbox"), Reads.LINES, Set.of("textarea", "textfield"), Reads.CHOICES,
			Set.of("checklist", "taglist"));

	private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*([a-zA-Z]\\w*)\\s*}}");

	private final Vocabulary vocabulary;

	/** Knows how code reads the fields of its forms. */
	public FieldRule(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		submission.forms().forEach((form) -> new Check(form, this.vocabulary.contracts(), findings).all());
		return findings.list();
	}

	/** One form. */
	private static final class Check {

		private final FormFile form;

		private final Findings findings;

		private final Map<String, Field> fields;

		/** What code gives it, or {@code null} where it is not Escala's. */
		private final Set<String> shows;

		private final Map<String, Set<String>> options = new TreeMap<>();

		private final Set<String> names = new TreeSet<>();

		Check(FormFile form, Contracts contracts, Findings findings) {
			this.form = form;
			this.findings = findings;
			this.fields = contracts.fields().getOrDefault(form.id(), Map.of());
			this.shows = contracts.fields().containsKey(form.id()) ? contracts.shows().getOrDefault(form.id(), Set.of())
					: null;
			form.fields().forEach((field) -> {
				this.names.add(field.path("key").asText());
				this.options.put(field.path("key").asText(), options(field));
			});
			if (this.shows != null) {
				this.names.addAll(this.shows);
			}
		}

		private static Set<String> options(JsonNode field) {
			Set<String> options = new LinkedHashSet<>();
			if (!field.has("valuesKey")) {
				field.path("values").forEach((option) -> options.add(option.path("value").asText()));
			}
			return options;
		}

		void all() {
			for (JsonNode component : this.form.components()) {
				Field contract = this.fields.get(component.path("key").asText());
				if (contract != null) {
					read(component, contract);
				}
				preset(component);
				hidden(component);
				shown(component);
			}
		}

		private void read(JsonNode component, Field contract) {
			String type = component.path("type").asText();
			Set<String> kinds = new TreeSet<>(KINDS.get(contract.reads()));
			if (!contract.values().isEmpty() && contract.reads() != Reads.CHOICES) {
				kinds.retainAll(CHOICES);
			}
			if (!kinds.contains(type)) {
				say(component, "Es de tipo «" + type + "», y Escala no podría leer lo que envía.",
						"Use uno de: " + String.join(", ", kinds) + ".");
			}
			else if (!contract.values().isEmpty()) {
				for (String option : this.options.get(component.path("key").asText())) {
					if (!contract.values().contains(option)) {
						say(component, "Ofrece el valor «" + option + "», que Escala no admite.",
								meant(option, contract.values()) + " La etiqueta sí la puede cambiar.");
					}
				}
			}
		}

		/** What is chosen from the start is one of the choices. */
		private void preset(JsonNode component) {
			Set<String> options = this.options.getOrDefault(component.path("key").asText(), Set.of());
			String preset = component.path("defaultValue").asText();
			if (!options.isEmpty() && component.path("defaultValue").isValueNode() && !preset.isEmpty()
					&& !options.contains(preset)) {
				say(component, "Empieza con el valor «" + preset + "», que no está entre sus opciones.",
						meant(preset, options));
			}
		}

		private void hidden(JsonNode component) {
			String text = component.path("conditional").path("hide").asText();
			if (text.isBlank()) {
				return;
			}
			HideCondition condition = HideCondition.parse(text.replaceFirst("^\\s*=", "")).orElse(null);
			if (condition == null) {
				say(component, "No se puede leer cuándo se oculta: «" + text + "».",
						"Escríbalo como =otroCampo = \"valor\".");
				return;
			}
			condition.names().forEach((name) -> known(component, name, "Se oculta según «"));
			for (HideCondition.Compared one : condition.compared()) {
				Set<String> options = this.options.getOrDefault(one.name(), Set.of());
				Field contract = this.fields.get(one.name());
				Set<String> possible = (options.isEmpty() && contract != null) ? contract.values() : options;
				if (!possible.isEmpty() && !possible.contains(one.text())) {
					say(component, "Se oculta según si «" + one.name() + "» es «" + one.text()
							+ "», un valor que no se puede elegir.", meant(one.text(), possible));
				}
			}
		}

		private void shown(JsonNode component) {
			SHOWN
				.matcher(component.path("text").asText() + component.path("label").asText()
						+ component.path("description").asText())
				.results()
				.forEach((name) -> known(component, name.group(1), "Muestra «"));
		}

		/** What other forms are given nobody knows before. */
		private void known(JsonNode component, String name, String what) {
			if (this.shows != null && !this.names.contains(name)) {
				say(component, what + name + "», que no es un campo de este formulario ni se lo da Escala.",
						meant(name, this.names));
			}
		}

		private static String meant(String name, Set<String> known) {
			return NearNames.near(name, known)
				.map((near) -> "¿Quería decir «" + near + "»?")
				.orElse("Puede ser: " + String.join(", ", new TreeSet<>(known)) + ".");
		}

		private void say(JsonNode component, String what, String how) {
			String id = component.path("key").asText(component.path("id").asText());
			String label = component.path("label").asText(null);
			this.findings.add((this.shows != null) ? Problem.refused(this.form.path(), id, label, what, how)
					: Problem.warning(this.form.path(), id, label, what, how));
		}

	}

}
