package dev.escala.model;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.modelgate.file.FormFile;
import dev.escala.modelgate.file.Xml;

/** Forms that Tasklist 7.24 shows and submits without surprises. */
final class FormRules {

	private FormRules() {
	}

	/** The id is the name of the file, and the versions those that Tasklist bundles. */
	static final class FormIdentity implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (FormFile form : models.forms()) {
				JsonNode json = form.json();
				report.expect(form.path().endsWith("/" + form.id() + ".form"), form.path(), "should have the id %s",
						form.id());
				report.expect(form.id().matches("[a-z]+(-[a-z]+)*"), form.path(), "should be in kebab-case");
				report.expect(json.path("executionPlatform").asText().equals("Camunda Platform"), form.path(),
						"should be made for Camunda Platform");
				report.expect(json.path("executionPlatformVersion").asText().equals("7.22.0"), form.path(),
						"should say 7.22.0, for which Modeler knows what Tasklist can do");
				report.expect(json.path("schemaVersion").asInt() == 16, form.path(),
						"should have schema version 16, which form-js 1.8.7 reads");
			}
		}

	}

	/** A form that no task and no start shows is dead. */
	static final class FormsInUse implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			Set<String> used = models.processes()
				.stream()
				.flatMap((file) -> file.nodes("userTask", "startEvent").stream())
				.map((node) -> Xml.camunda(node.xml(), "formRef"))
				.collect(Collectors.toSet());
			for (FormFile form : models.forms()) {
				report.expect(used.contains(form.id()), form.path(), "is shown nowhere");
			}
		}

	}

	/** Keys are an API: lowerCamel. */
	static final class FieldKeys implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (FormFile form : models.forms()) {
				for (JsonNode field : form.fields()) {
					report.expect(field.path("key").asText().matches("[a-z][A-Za-z0-9]*"), form.at(field),
							"should be lowerCamel");
				}
			}
		}

	}

	/** Ids of components are there, and each once in its form. */
	static final class ComponentIds implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (FormFile form : models.forms()) {
				Set<String> ids = new HashSet<>();
				for (JsonNode component : form.components()) {
					String id = component.path("id").asText();
					report.expect(!id.isEmpty() && ids.add(id), form.at(component), "should have an id of its own");
				}
			}
		}

	}

	/** What is typed is stored, so it has an end. */
	static final class TextLengths implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (FormFile form : models.forms()) {
				for (JsonNode field : form.fields()) {
					String type = field.path("type").asText();
					if (type.equals("textfield") || type.equals("textarea")) {
						int most = type.equals("textfield") ? 200 : 4000;
						int length = field.path("validate").path("maxLength").asInt();
						report.expect(length > 0 && length <= most, form.at(field), "should have at most %s characters",
								most);
					}
				}
			}
		}

	}

	/** Every field and every choice says what it is. */
	static final class FieldLabels implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (FormFile form : models.forms()) {
				for (JsonNode field : form.fields()) {
					report.expect(!field.path("label").asText().isBlank(), form.at(field), "should have a label");
					for (JsonNode choice : field.path("values")) {
						report.expect(!choice.path("label").asText().isBlank(), form.at(field),
								"should have a label on every choice");
					}
				}
			}
		}

	}

	/**
	 * A choice has something to choose from: fixed values, or a list that Java offers.
	 */
	static final class Choices implements ModelRule {

		private static final Set<String> TYPES = Set.of("select", "radio", "checklist", "taglist");

		@Override
		public void check(ModelSet models, Report report) {
			for (FormFile form : models.forms()) {
				for (JsonNode field : form.fields()) {
					if (TYPES.contains(field.path("type").asText())) {
						report.expect(field.path("values").isEmpty() == field.has("valuesKey"), form.at(field),
								"should have either values or a valuesKey");
					}
				}
			}
		}

	}

	/** What hides a field is an expression, and no text. */
	static final class HiddenFields implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (FormFile form : models.forms()) {
				for (JsonNode field : form.fields()) {
					if (field.path("conditional").has("hide")) {
						report.expect(field.path("conditional").path("hide").asText().startsWith("="), form.at(field),
								"should be hidden by a FEEL expression");
					}
				}
			}
		}

	}

	/** What the customer will read is declared, and whoever writes is told so. */
	static final class CustomerFields implements ModelRule {

		private static final String SAID = "Lo leerá el cliente";

		@Override
		public void check(ModelSet models, Report report) {
			for (FormFile form : models.forms()) {
				for (JsonNode field : form.fields()) {
					boolean said = field.path("description").asText().contains(SAID);
					report.expect(form.isForCustomers(field) == said, form.at(field),
							"should have the property audience = customer exactly where it says «%s»", SAID);
				}
			}
		}

	}

}
