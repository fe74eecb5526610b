package dev.escala.promise;

import java.util.Optional;

import dev.escala.validation.Fields;

/**
 * Our own estimate of the work, which the customer never sees: what is promised is the
 * estimate plus a margin (003-05).
 *
 * @param content what is promised
 * @param hours working hours, 1 to 500
 * @param complexity how well we know the work
 * @param capable whether somebody confirmed that we can do it (004-52)
 * @param alternative another option with its time and quality (003-16), or {@code null}
 * @param alternativeHours working hours of that option, 1 to 500, or {@code null}: an
 * older one has no date of its own
 * @param reason why a date that was agreed has to change, or {@code null} for a first one
 */
public record Estimate(String content, int hours, Complexity complexity, boolean capable, String alternative,
		Integer alternativeHours, String reason) {

	static final int LONGEST = 2000;

	private static final int MOST_HOURS = 500;

	/**
	 * Checks what was typed.
	 * @param reason required where {@code revision} is set
	 * @throws dev.escala.validation.InvalidInputException naming what is missing
	 */
	public static Estimate of(String content, Integer hours, String complexity, boolean capable, String alternative,
			Integer alternativeHours, String reason, boolean revision) {
		Fields fields = new Fields();
		String promised = fields.required("promiseContent", "qué se promete", content, LONGEST);
		if (hours == null) {
			fields.refuse("estimateHours", "Falta la estimación: cuántas horas laborables harán falta.");
		}
		else if (hours < 1 || hours > MOST_HOURS) {
			fields.refuse("estimateHours",
					"La estimación va de 1 a " + MOST_HOURS + " horas laborables; no " + hours + ".");
		}
		Complexity known = fields.oneOf("complexity", "cuánto se conoce el trabajo", complexity, Complexity.class,
				null);
		String option = fields.optional("alternative", "la alternativa", alternative, LONGEST);
		if ((option == null) != (alternativeHours == null)) {
			fields.refuse((option == null) ? "alternative" : "alternativeHours",
					(option == null) ? "Falta decir cuál es la otra opción."
							: "Falta cuántas horas laborables llevaría la otra opción: el "
									+ "cliente elige sabiendo la fecha de cada una.");
		}
		else if (alternativeHours != null && (alternativeHours < 1 || alternativeHours > MOST_HOURS)) {
			fields.refuse("alternativeHours",
					"La estimación va de 1 a " + MOST_HOURS + " horas laborables; no " + alternativeHours + ".");
		}
		String why = revision
				? fields.required("revisionReason", "por qué cambia la fecha (el cliente lo leerá)", reason, LONGEST)
				: null;
		fields.done();
		return new Estimate(promised, hours, known, capable, option, alternativeHours, why);
	}

	/** The other option as an estimate of its own, if it has hours. */
	Optional<Estimate> other() {
		return Optional.ofNullable(this.alternativeHours)
			.map((known) -> new Estimate(this.alternative, known, this.complexity, this.capable, null, null,
					this.reason));
	}

}
