package dev.escala.notification.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.notification.Message;
import dev.escala.reference.CaseNumber;

/** The templates that customers read, and an example of a message for each. */
final class TemplateCatalogue {

	/** In the order of a case. */
	private static final Map<String, String> LABELS = new LinkedHashMap<>();

	static {
		LABELS.put("customer-announcement", "Nos hacemos cargo");
		LABELS.put("customer-complaint-receipt", "Justificante de una reclamación");
		LABELS.put("customer-plan", "Plan de acción");
		LABELS.put("customer-plan-change", "Cambio del plan");
		LABELS.put("customer-update", "Cómo va su caso");
		LABELS.put("customer-received", "Su mensaje ha llegado");
		LABELS.put("customer-reply", "Respuesta a un mensaje");
		LABELS.put("customer-question", "Pregunta al cliente");
		LABELS.put("customer-decision", "Resolución de una reclamación");
		LABELS.put("customer-promise", "Una fecha: ¿le parece bien?");
		LABELS.put("customer-apology", "Disculpa");
		LABELS.put("customer-resolved", "Resuelto, por confirmar");
		LABELS.put("customer-closed", "Caso cerrado");
		LABELS.put("customer-still-solved", "¿Sigue todo resuelto?");
		LABELS.put("customer-rca", "Análisis de causa raíz");
		LABELS.put("customer-withdrawn", "Caso retirado");
		LABELS.put("customer-duplicate", "El caso sigue con otro número");
		LABELS.put("customer-complaint-cure", "Reclamación: falta algo");
		LABELS.put("customer-outage", "Avería que afecta a muchos clientes");
		LABELS.put("customer-complaint-judgement", "Reclamación: ¿está resuelta?");
		LABELS.put("customer-quote", "Oferta a quien la pidió");
		LABELS.put("customer-complaint-ended", "Reclamación: cómo queda");
	}

	/** All of them, in the order of a case. */
	static final List<String> NAMES = List.copyOf(LABELS.keySet());

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
		return new Message(new CaseNumber((String) model.get("number")), "preview", (String) model.get("recipientName"),
				"ana@ejemplo.example", template, locale, model);
	}

}
