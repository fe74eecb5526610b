package dev.escala.followup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

import dev.escala.validation.Fields;

/**
 * What a customer said in the call; valid by construction.
 *
 * @param calledAt when they were spoken with
 * @param right whether it is right
 * @param wanted whether it does what they wanted
 * @param trouble what is wrong, or {@code null} where nothing is
 * @param advice what they advise us, or {@code null}
 * @param question what they ask us, or {@code null}
 * @param recommends whether they would recommend us, or {@code null} if not asked
 * @param recommendedTo to whom, or {@code null}
 * @param club whether they want to be in the club, or {@code null} if not asked
 * @param note what else they said, or {@code null}
 */
public record SaidFollowUp(Instant calledAt, boolean right, boolean wanted, String trouble, String advice,
		String question, Boolean recommends, String recommendedTo, Boolean club, String note) {

	private static final int LONGEST = 4000;

	private static final int LONGEST_NOTE = 1000;

	private static final int LONGEST_LINE = 200;

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu H:mm")
		.withResolverStyle(ResolverStyle.STRICT);

	/**
	 * Reads what somebody typed.
	 * @param since before it nobody can have called
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	static SaidFollowUp read(Input input, Instant since, Instant now, ZoneId zone) {
		Fields fields = new Fields();
		Instant at = moment(fields, input.calledAt(), since, now, zone);
		Boolean right = yes(fields, "followUpRight", "si está bien", input.right(), true);
		Boolean wanted = yes(fields, "followUpWanted", "si hace lo que quería", input.wanted(), true);
		boolean unhappy = Boolean.FALSE.equals(right) || Boolean.FALSE.equals(wanted);
		String trouble = unhappy
				? fields.required("followUpTrouble", "qué no está bien, con sus palabras", input.trouble(), LONGEST)
				: null;
		if (unhappy && !input.readBack()) {
			fields.refuse("followUpReadBack",
					"Lea al cliente lo que ha escrito y marque «Se le leyó y está conforme»: con ello empieza su reclamación.");
		}
		Boolean recommends = yes(fields, "followUpRecommends", "si nos recomendaría", input.recommends(), false);
		String to = Boolean.TRUE.equals(recommends)
				? fields.optionalLine("followUpRecommendedTo", "a quién", input.recommendedTo(), LONGEST_LINE) : null;
		if (to != null && !input.consent()) {
			fields.refuse("followUpConsent", "No se guarda el nombre de otra persona sin que ella lo sepa: marque que "
					+ "está de acuerdo, o borre el nombre.");
		}
		SaidFollowUp said = new SaidFollowUp(at, Boolean.TRUE.equals(right), Boolean.TRUE.equals(wanted), trouble,
				fields.optional("followUpAdvice", "lo que aconseja", input.advice(), LONGEST_NOTE),
				fields.optional("followUpQuestion", "lo que pregunta", input.question(), LONGEST_NOTE), recommends, to,
				yes(fields, "followUpClub", "si quiere estar en el club", input.club(), false),
				fields.optional("followUpNote", "lo que dijo", input.note(), LONGEST_NOTE));
		fields.done();
		return said;
	}

	/** Whether something has to be mended. */
	public boolean isUnhappy() {
		return !this.right || !this.wanted;
	}

	private static Boolean yes(Fields fields, String field, String what, String typed, boolean required) {
		if ("yes".equals(typed) || "no".equals(typed)) {
			return typed.equals("yes");
		}
		if (required || !(typed == null || typed.isBlank() || "unasked".equals(typed))) {
			fields.refuse(field, "Diga " + what + ": sí o no.");
		}
		return null;
	}

	private static Instant moment(Fields fields, String typed, Instant since, Instant now, ZoneId zone) {
		if (typed == null || typed.isBlank()) {
			return now;
		}
		try {
			Instant at = LocalDateTime.parse(typed.strip(), TYPED).atZone(zone).toInstant();
			if (at.isAfter(now)) {
				fields.refuse("followUpCalledAt", "La llamada no puede estar por venir: revise el día y la hora.");
			}
			else if (at.isBefore(since)) {
				fields.refuse("followUpCalledAt",
						"Aún no se había cerrado lo que se pregunta: revise el día y la hora.");
			}
			return at;
		}
		catch (DateTimeException ex) {
			fields.refuse("followUpCalledAt",
					"Escriba cuándo habló con el cliente como día y hora: 04/12/2026 18:00. Vacío es ahora.");
			return now;
		}
	}

	/** What somebody typed; any part may be missing or wrong. */
	public record Input(String calledAt, String right, String wanted, String trouble, boolean readBack, String advice,
			String question, String recommends, String recommendedTo, boolean consent, String club, String note) {
	}

}
