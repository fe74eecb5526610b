package dev.escala.internalrequest.figure;

import dev.escala.validation.Fields;

/**
 * How one department served another, each from 1 to 5 (004-77).
 *
 * @param responsiveness how soon
 * @param quality how well
 * @param communication how clearly
 * @param teamwork how much together
 * @param morale how the one who asked feels afterwards; kept without who said it
 * @param comment a remark for the other department, or {@code null}
 */
public record Rating(int responsiveness, int quality, int communication, int teamwork, int morale, String comment) {

	/**
	 * Reads a rating as it was typed.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public static Rating of(String responsiveness, String quality, String communication, String teamwork, String morale,
			String comment) {
		Fields fields = new Fields();
		Rating rating = new Rating(grade(fields, "responsiveness", "la rapidez", responsiveness),
				grade(fields, "quality", "la calidad", quality),
				grade(fields, "communication", "la comunicación", communication),
				grade(fields, "teamwork", "el trabajo en equipo", teamwork),
				grade(fields, "morale", "el ánimo", morale),
				fields.optional("ratingComment", "el comentario", comment, 1000));
		fields.done();
		return rating;
	}

	private static int grade(Fields fields, String field, String label, String value) {
		if (value != null && value.strip().matches("[1-5]")) {
			return Integer.parseInt(value.strip());
		}
		fields.refuse(field, "Valore " + label + " del 1 al 5" + ((value == null) ? "." : "; no «" + value + "»."));
		return 0;
	}

}
