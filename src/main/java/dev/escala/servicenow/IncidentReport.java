package dev.escala.servicenow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Report;
import dev.escala.matter.Speciality;
import dev.escala.text.Shortening;

/** Tells an incident in our words. */
final class IncidentReport {

	private static final int SUBJECT = 200;

	private IncidentReport() {
	}

	/**
	 * The report, checked by the same rules as a form's.
	 * @param states the states that the incident went through
	 */
	static Report of(IncidentRow row, String states, EscalationType type, Speciality speciality) {
		IncidentRow.Texts texts = row.texts();
		return Report.of(new Report.Input(or(texts.caller(), "Sin cliente"), Report.Origin.SYSTEM.name(),
				reason(type).name(), Report.Criterion.TECHNICAL.name(), speciality.name(), subject(row),
				description(row, states), row.impact().name(), row.urgency().name(), texts.configurationItem(),
				List.of(), List.of(row.number()), false));
	}

	/** What belongs to the case besides. */
	static Map<CaseDetail.Kind, List<String>> details(IncidentRow row) {
		IncidentRow.Texts texts = row.texts();
		Map<CaseDetail.Kind, List<String>> details = new LinkedHashMap<>();
		if (texts.problem() != null) {
			details.put(CaseDetail.Kind.PROBLEM_RECORD, List.of(texts.problem()));
		}
		List<String> others = Stream
			.of(line("Cambio que lo resuelve", texts.change()), line("Cambio que lo causó", texts.causedBy()),
					line("Proveedor", texts.vendor()))
			.filter(Objects::nonNull)
			.toList();
		if (!others.isEmpty()) {
			details.put(CaseDetail.Kind.OTHER, others);
		}
		return details;
	}

	private static Report.Reason reason(EscalationType type) {
		return switch (type) {
			case FUNCTIONAL -> Report.Reason.KNOWLEDGE;
			case HIERARCHICAL -> Report.Reason.AUTHORITY;
			case AUTOMATIC -> Report.Reason.SERVICE_LEVEL;
		};
	}

	private static String subject(IncidentRow row) {
		IncidentRow.Texts texts = row.texts();
		List<String> words = Stream.of(texts.category(), texts.subcategory(), texts.symptom())
			.filter(Objects::nonNull)
			.toList();
		String subject = "Incidente " + row.number() + (words.isEmpty() ? "" : ": " + String.join(" / ", words));
		return Shortening.withEllipsis(subject, SUBJECT);
	}

	private static String description(IncidentRow row, String states) {
		IncidentRow.Texts texts = row.texts();
		return String.join("\n",
				Stream
					.of("Incidente " + row.number() + " importado de ServiceNow.", line("Categoría", texts.category()),
							line("Subcategoría", texts.subcategory()), line("Síntoma", texts.symptom()),
							line("Prioridad", texts.priority()),
							line("Impacto", or(texts.impact(), "sin indicar; se toma el de la prioridad")),
							line("Urgencia", or(texts.urgency(), "sin indicar; se toma la de la prioridad")),
							line("Nivel de servicio", row.madeSla() ? "cumplido" : "incumplido"),
							line("Reasignaciones", String.valueOf(row.reassignments())),
							line("Reaperturas", String.valueOf(row.reopenings())),
							line("Estados por los que pasó", states.isEmpty() ? null : states),
							line("Grupo en ServiceNow", texts.group()), line("Canal", texts.contactType()),
							line("Lugar", texts.location()), line("Código de cierre", texts.closedCode()))
					.filter(Objects::nonNull)
					.toList());
	}

	private static String line(String label, String value) {
		return (value == null) ? null : label + ": " + value;
	}

	private static String or(String value, String otherwise) {
		return (value != null) ? value : otherwise;
	}

}
