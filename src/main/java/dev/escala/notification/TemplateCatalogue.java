package dev.escala.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The templates that customers read, and an example of a message for each. */
final class TemplateCatalogue {

	/** All of them, in the order of a case. */
	static final List<String> NAMES = List.of("customer-announcement", "customer-plan", "customer-update",
			"customer-reply", "customer-apology", "customer-resolved", "customer-closed", "customer-rca",
			"customer-withdrawn", "customer-duplicate");

	private static final Map<String, String> LABELS = Map.of("customer-announcement", "Nos hacemos cargo",
			"customer-plan", "Plan de acción", "customer-update", "Cómo va su caso", "customer-reply",
			"Respuesta a un mensaje", "customer-apology", "Disculpa", "customer-resolved", "Resuelto, por confirmar",
			"customer-closed", "Caso cerrado", "customer-rca", "Análisis de causa raíz", "customer-withdrawn",
			"Caso retirado", "customer-duplicate", "Sigue con otro número");

	private TemplateCatalogue() {
	}

	/** What the template is for, in Spanish. */
	static String label(String template) {
		return LABELS.getOrDefault(template, template);
	}

	/** A message as it could be. */
	static Message sample(String template, Locale locale) {
		boolean english = MailTemplates.language(locale) == Locale.ENGLISH;
		Map<String, Object> model = new HashMap<>();
		TemplateFields.inOrder()
			.forEach((field) -> model.put(field.name(), english ? field.english() : field.spanish()));
		model.remove("organisation");
		return new Message((String) model.get("number"), "preview", (String) model.get("recipientName"),
				"ana@ejemplo.example", template, locale, model);
	}

}
