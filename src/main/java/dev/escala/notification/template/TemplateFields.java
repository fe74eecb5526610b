package dev.escala.notification.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.text.NearNames;

/** The fields that a template for customers may show, with what they mean, in Spanish. */
final class TemplateFields {

	private static final Map<String, Field> FIELDS = new LinkedHashMap<>();

	static {
		field("recipientName", "Nombre de la persona que lo recibe", "Ana Ruiz", "Jo Reed");
		field("customer", "Nombre del cliente", "Hospital del Norte", "Thames Clinics");
		field("number", "Número del caso", "ESC-2026-000123", "ESC-2026-000123");
		field("subject", "Asunto del caso", "La factura electrónica no llega", "The invoice does not arrive");
		field("message", "Lo que escribió quien lleva el caso", "Su factura llega mañana.\nSe comprobará con usted.",
				"Your invoice arrives tomorrow.\nIt will be checked with you.");
		field("nowText", "Qué se hace ahora en el caso, o a qué espera",
				"El trabajo sigue hasta que pueda usar el servicio con normalidad.",
				"The work goes on until you can use the service as usual.");
		field("nextUpdateText", "Cuándo volverá a tener noticias, a más tardar", "lunes 23 de noviembre, 10:00",
				"Monday 23 November, 10:00");
		field("replyByText", "Para cuándo contesta una persona a lo que escribió, a más tardar",
				"lunes 23 de noviembre, 18:00", "Monday 23 November, 18:00");
		field("resolutionText", "Para cuándo está prevista la solución", "jueves 26 de noviembre, 18:00",
				"Thursday 26 November, 18:00");
		field("ownerName", "Persona responsable del caso", "Marta Gil", "Marta Gil");
		field("severityLabel", "Gravedad del caso", "Alta", "Alta");
		field("organisation", "Nombre de la organización que escribe", "Escala", "Escala");
		field("trackingLink", "Enlace a la página del caso", "https://escala.example/seguimiento/ejemplo",
				"https://escala.example/seguimiento/example");
		field("dueText", "Fecha que se propone en un compromiso", "viernes 27 de noviembre, 12:00",
				"Friday 27 November, 12:00");
		field("formerText", "Fecha acordada antes, mientras valga", "jueves 26 de noviembre, 12:00",
				"Thursday 26 November, 12:00");
		field("reason", "Por qué cambia la fecha de un compromiso", "La pieza llega un día más tarde.",
				"The part arrives a day later.");
		field("alternative", "Qué otra opción se ofrece", "Una solución provisional mañana.",
				"A temporary solution tomorrow.");
		field("alternativeDueText", "Fecha de esa otra opción", "miércoles 25 de noviembre, 12:00",
				"Wednesday 25 November, 12:00");
		field("observedText", "Hasta cuándo se observa el caso cerrado", "jueves 3 de diciembre, 18:00",
				"Thursday 3 December, 18:00");
		field("answerByText", "Hasta cuándo se espera que diga si sigue resuelto", "martes 8 de diciembre, 18:00",
				"Tuesday 8 December, 18:00");
		field("duplicateNumber", "Número del caso que repite a este", "ESC-2026-000124", "ESC-2026-000124");
		field("cureText", "Qué falta de una reclamación, como se le pidió", "Una copia de la factura.",
				"A copy of the invoice.");
		field("cureUntilText", "Hasta cuándo puede enviarlo", "martes 22 de diciembre", "Tuesday 22 December");
		field("causeText", "Por qué falla el servicio", "Una excavadora cortó un cable.", "An excavator cut a cable.");
		field("restorationText", "Cuándo se espera que vuelva", "viernes 4 de diciembre, 20:00",
				"Friday 4 December, 20:00");
		field("endingText", "Cómo quedó la reclamación", "Retiró esta reclamación.", "You took this complaint back.");
		field("quoteReference", "Referencia de una oferta", "OPO-2026-000123/1", "OPO-2026-000123/1");
		field("quoteText", "Qué se ofrece", "Diez licencias con formación.", "Ten licences with training.");
		field("quotePrice", "Importe de una oferta", "12.500,00 EUR", "12,500.00 EUR");
		field("validUntilText", "Hasta cuándo vale una oferta", "18 de diciembre de 2026", "18 December 2026");
		field("termsText", "Condiciones de una oferta", "Pago a treinta días.", "Payment within thirty days.");
		field("rcaText", "Versión del análisis de causa raíz para el cliente",
				"La cola de salida se llenó. Responda si quiere saber más.",
				"The outgoing queue was full. Reply if you want to know more.");
	}

	private TemplateFields() {
	}

	private static void field(String name, String meaning, String spanish, String english) {
		FIELDS.put(name, new Field(name, meaning, spanish, english));
	}

	static Map<String, Field> all() {
		return Map.copyOf(FIELDS);
	}

	/** In the order in which people read them. */
	static List<Field> inOrder() {
		return List.copyOf(FIELDS.values());
	}

	/** The known name that is written most like it. */
	static Optional<String> nearest(String name, Iterable<String> known) {
		return NearNames.nearest(name, known);
	}

	/**
	 * A field.
	 *
	 * @param name as a template writes it
	 * @param meaning what it shows, in Spanish
	 * @param spanish an example
	 * @param english the same for who reads English
	 */
	record Field(String name, String meaning, String spanish, String english) {
	}

}
