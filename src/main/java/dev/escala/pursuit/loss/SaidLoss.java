package dev.escala.pursuit.loss;

import dev.escala.reference.UserId;

/**
 * Why something was lost, as somebody says it.
 *
 * @param reason code of a row of {@code lossReasons}
 * @param note why, in their words, or {@code null}
 * @param lesson what it teaches: one for each no (004-66)
 * @param rival to whom, or {@code null} where it was to nobody
 */
public record SaidLoss(String reason, String note, String lesson, Rival rival) {

	/**
	 * A competitor who won (002-17, 002-18).
	 *
	 * @param name the competitor
	 * @param weakPoints what was weak in our proposal
	 * @param analyst who analyses it
	 */
	public record Rival(String name, String weakPoints, UserId analyst) {
	}

	/**
	 * What people write of it, before it is checked; each may be {@code null}.
	 *
	 * @param analyst a user id
	 */
	public record Input(String reason, String note, String lesson, String competitor, String weakPoints,
			String analyst) {
	}

}
