package dev.escala.pursuit.profile;

/**
 * What was found out about need, budget and feasibility (002-05).
 *
 * @param need YES, PARTLY or NO
 * @param budget YES, PLANNED or NO
 * @param feasibility YES, PARTLY or NO
 * @param verdict what the table {@code qualification} says of the three
 */
public record Fit(String need, String budget, String feasibility, String verdict) {

	/** What the table says of somebody who may buy. */
	public static final String QUALIFIED = "QUALIFIED";

	/** Whether it fits. */
	public boolean isQualified() {
		return QUALIFIED.equals(this.verdict);
	}

}
