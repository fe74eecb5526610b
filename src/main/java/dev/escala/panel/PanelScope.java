package dev.escala.panel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;

import dev.escala.escalation.Report;
import dev.escala.matter.Severity;
import dev.escala.validation.Fields;

/**
 * The cases that the figures are of; {@code null} is any.
 *
 * @param team group id of who has them
 * @param customer the customer's code
 * @param reason why they were escalated
 * @param severity how severe they are
 * @param weeks so many weeks back, this one included
 */
public record PanelScope(String team, String customer, Report.Reason reason, Severity severity, int weeks) {

	/** A quarter of a year. */
	public static final int WEEKS = 13;

	private static final Set<String> KNOWN = Set.of("team", "customer", "reason", "severity", "weeks");

	/** Every case, over a quarter. */
	public static PanelScope everything() {
		return new PanelScope(null, null, null, null, WEEKS);
	}

	/**
	 * Reads the scope as an address names it.
	 * @throws dev.escala.validation.InvalidInputException naming what is wrong with each
	 * parameter
	 */
	public static PanelScope read(Map<String, String> parameters) {
		Fields fields = new Fields();
		fields.onlyFilters(parameters.keySet(), KNOWN);
		PanelScope scope = new PanelScope(fields.optionalLine("team", "el equipo", parameters.get("team"), 200),
				fields.optionalLine("customer", "el cliente", parameters.get("customer"), 200),
				fields.optionalOneOf("reason", "el motivo", parameters.get("reason"), Report.Reason.class),
				fields.optionalOneOf("severity", "la gravedad", parameters.get("severity"), Severity.class),
				weeks(fields, parameters.get("weeks")));
		fields.done();
		return scope;
	}

	/** Monday of the first of so many weeks, the one of that day being the last. */
	static LocalDate firstDay(LocalDate today, int weeks) {
		return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).minusWeeks(weeks);
	}

	private static int weeks(Fields fields, String value) {
		if (value == null || value.isBlank()) {
			return WEEKS;
		}
		if (value.strip().matches("[1-9]\\d?") && Integer.parseInt(value.strip()) <= 53) {
			return Integer.parseInt(value.strip());
		}
		fields.refuse("weeks", "Las semanas son un número del 1 al 53.");
		return WEEKS;
	}

}
