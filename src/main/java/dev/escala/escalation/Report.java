package dev.escala.escalation;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.escala.matter.Speciality;
import dev.escala.validation.Fields;

/**
 * What somebody reports, whichever way it comes in; valid by construction.
 *
 * @param customer code or name of the customer as typed
 * @param origin who wants it
 * @param reason why the ordinary queue is not enough
 * @param criterion what it is about (001-11)
 * @param speciality who should help
 * @param subject one line
 * @param description what happened
 * @param impact how much is affected
 * @param urgency how soon it hurts
 * @param service affected service, code or name, or {@code null}
 * @param customerIssues issues that the customer raised (001-28)
 * @param linkedRecords linked records of other systems or cases of ours (001-14)
 * @param major whether an interruption affects many customers (001-18)
 */
public record Report(String customer, Origin origin, Reason reason, Criterion criterion, Speciality speciality,
		String subject, String description, Scale impact, Scale urgency, String service, List<String> customerIssues,
		List<String> linkedRecords, boolean major) {

	private static final int LINES = 50;

	/**
	 * Reads a report as it came in, by form, API or import: the same rules for all.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public static Report of(Input input) {
		Fields fields = new Fields();
		Report report = new Report(fields.requiredLine("customer", "el cliente", input.customer(), 200),
				fields.oneOf("origin", "el origen", input.origin(), Origin.class, null),
				fields.oneOf("reason", "el motivo", input.reason(), Reason.class, null),
				fields.oneOf("criterion", "el criterio", input.criterion(), Criterion.class, null),
				fields.oneOf("speciality", "la especialidad", input.speciality(), Speciality.class, Speciality.UNKNOWN),
				fields.requiredLine("subject", "el asunto", input.subject(), 200),
				fields.required("description", "la descripción", input.description(), 4000),
				fields.oneOf("impact", "el impacto", input.impact(), Scale.class, null),
				fields.oneOf("urgency", "la urgencia", input.urgency(), Scale.class, null),
				fields.optionalLine("service", "el servicio", input.service(), 200),
				lines(fields, "customerIssues", "los asuntos del cliente", input.customerIssues()),
				lines(fields, "linkedRecords", "los registros vinculados", input.linkedRecords()),
				Boolean.TRUE.equals(input.major()));
		fields.done();
		return report;
	}

	private static List<String> lines(Fields fields, String field, String label, List<String> values) {
		if (values == null) {
			return List.of();
		}
		if (values.size() > LINES) {
			fields.refuse(field, "Son demasiados " + label + ": " + values.size() + ", y caben " + LINES + ".");
			return List.of();
		}
		return IntStream.range(0, values.size())
			.mapToObj((i) -> fields.optionalLine(field + "[" + i + "]", "una línea de " + label, values.get(i), 500))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	/** A report as somebody sent it; any part may be missing or wrong. */
	public record Input(String customer, String origin, String reason, String criterion, String speciality,
			String subject, String description, String impact, String urgency, String service,
			List<String> customerIssues, List<String> linkedRecords, Boolean major) {
	}

	/** Who wants the escalation. */
	public enum Origin {

		CUSTOMER("El cliente"), AGENT("El personal"), SYSTEM("El sistema");

		private final String label;

		Origin(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

	/** Why the ordinary queue is not enough. */
	public enum Reason {

		KNOWLEDGE("Hace falta otra especialidad"), AUTHORITY("Hace falta una excepción o más rango"),
		RESOURCES("Hacen falta recursos"), CUSTOMER_REQUEST("El cliente quiere que alguien se haga cargo"),
		SERVICE_LEVEL("Se incumplió un plazo");

		private final String label;

		Reason(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

	/** What the escalation is about (001-11). */
	public enum Criterion {

		FINANCING, STAFF, TOOLS, TECHNICAL, FUNCTIONALITY

	}

	/** How much or how soon. */
	public enum Scale {

		LOW("Bajo", "Baja"), MEDIUM("Medio", "Media"), HIGH("Alto", "Alta");

		private final String label;

		private final String urgencyLabel;

		Scale(String label, String urgencyLabel) {
			this.label = label;
			this.urgencyLabel = urgencyLabel;
		}

		/** The Spanish name of an impact. */
		public String label() {
			return this.label;
		}

		/** The Spanish name of an urgency. */
		public String urgencyLabel() {
			return this.urgencyLabel;
		}

	}
}
