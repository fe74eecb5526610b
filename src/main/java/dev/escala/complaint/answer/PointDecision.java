package dev.escala.complaint.answer;

import dev.escala.validation.Fields;

/**
 * What somebody decides of a point; valid by construction. Whatever is not wholly granted
 * names what that rests on (Ley 10/2025, art. 13.1).
 *
 * @param ruling what
 * @param reason why, for the customer
 * @param norm the norm, clause or policy, or {@code null} where the point is granted
 */
public record PointDecision(PointRuling ruling, String reason, String norm) {

	/**
	 * As it was sent.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * missing or too long
	 */
	public PointDecision {
		Fields fields = new Fields();
		if (ruling == null) {
			fields.refuse("ruling", "Diga si el punto se acepta, se acepta en parte o no se acepta.");
		}
		reason = fields.required("reason", "qué se decide y por qué", reason, ComplaintPoint.LONGEST_REASON);
		norm = fields.optionalLine("norm", "la norma o la política", norm, ComplaintPoint.LONGEST_NORM);
		if (ruling != null && ruling.isRefusal() && norm == null) {
			fields.refuse("norm",
					"Cite la norma, la cláusula o la política en la que se apoya: sin ella no se deniega nada.");
		}
		fields.done();
	}

}
