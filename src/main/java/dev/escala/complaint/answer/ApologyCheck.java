package dev.escala.complaint.answer;

/**
 * Says whether a text mixes the two ways to apologise: the one that admits a fault and
 * the one that only regrets. Whoever knows apologies provides it; without one nothing is
 * found.
 */
@FunctionalInterface
public interface ApologyCheck {

	/** Whether the text does both at once. */
	boolean isMixed(String text);

}
