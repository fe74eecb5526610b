package dev.escala.complaint.remedy;

import dev.escala.validation.Fields;

/**
 * The four questions before a customer who asks for more than is reasonable is given in
 * to, or not (004-26); valid by construction.
 *
 * @param worthKeeping whether the customer is worth keeping
 * @param effect what happens if the customer is let go, 1 to 1000 characters
 * @param smallCost whether it can be solved at a small cost
 * @param overrules whether giving in undoes what a colleague reasonably decided
 * @param yields what was decided: whether we give in
 * @param reason why, 1 to 1000 characters
 * @param colleagueTold what was said to that colleague, where it is undone; else
 * {@code null}
 */
public record FourQuestions(boolean worthKeeping, String effect, boolean smallCost, boolean overrules, boolean yields,
		String reason, String colleagueTold) {

	private static final int LONGEST = 1000;

	/** Reads a form or a request; refuses a question that nobody answered. */
	public static FourQuestions of(Input input) {
		Fields fields = new Fields();
		answered(fields, "worthKeeping", "Responda si merece la pena conservar al cliente.", input.worthKeeping());
		String effect = fields.required("effect", "qué pasa si se le deja ir", input.effect(), LONGEST);
		answered(fields, "smallCost", "Responda si se puede resolver con un coste pequeño.", input.smallCost());
		answered(fields, "overrules", "Responda si ceder desautoriza lo que decidió con razón un compañero.",
				input.overrules());
		answered(fields, "yields", "Diga qué se decide: si se cede o no.", input.yields());
		String reason = fields.required("reason", "el motivo", input.reason(), LONGEST);
		String colleagueTold = fields.optional("colleagueTold", "qué se habló con el compañero", input.colleagueTold(),
				LONGEST);
		boolean undone = Boolean.TRUE.equals(input.overrules()) && Boolean.TRUE.equals(input.yields());
		if (undone && colleagueTold == null) {
			fields.refuse("colleagueTold", "Ceder desautoriza a un compañero: antes hable con él y diga qué se habló.");
		}
		fields.done();
		return new FourQuestions(input.worthKeeping(), effect, input.smallCost(), input.overrules(), input.yields(),
				reason, undone ? colleagueTold : null);
	}

	private static void answered(Fields fields, String field, String message, Boolean answer) {
		if (answer == null) {
			fields.refuse(field, message);
		}
	}

	/** Whether the answers alone speak for giving in. */
	public boolean speaksForYielding() {
		return this.worthKeeping && this.smallCost && !this.overrules;
	}

	/** The decision as a person reads it. */
	String sentence() {
		return (this.yields ? "Se cede" : "No se cede")
				+ (this.yields == speaksForYielding() ? "" : ", a pesar de lo que dicen las respuestas") + ". "
				+ this.reason;
	}

	/**
	 * What somebody sent; any part may be missing or wrong.
	 */
	public record Input(Boolean worthKeeping, String effect, Boolean smallCost, Boolean overrules, Boolean yields,
			String reason, String colleagueTold) {
	}

}
