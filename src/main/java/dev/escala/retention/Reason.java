package dev.escala.retention;

import java.util.Objects;

/**
 * Why a customer seems to be leaving.
 *
 * @param signal a code of whoever saw it, such as {@code SILENCE}
 * @param said the signal with its figures, in one Spanish sentence
 * @param leastCents the least that a purchase has to be worth to prove that this is over,
 * or {@code null} where any does
 * @param product code of what they buy no more, or {@code null}
 * @param variety which of its varieties, or {@code null} for any
 */
public record Reason(String signal, String said, Long leastCents, String product, String variety) {

	/** Somebody who knows the customer says so. */
	public static final String BY_HAND = "BY_HAND";

	static final int LONGEST = 500;

	public Reason {
		Objects.requireNonNull(signal, "A reason has a signal");
		if (said == null || said.isBlank() || said.length() > LONGEST) {
			throw new IllegalArgumentException("A reason is said in one to " + LONGEST + " characters");
		}
	}

	/** One that any purchase ends. */
	public Reason(String signal, String said) {
		this(signal, said, null, null, null);
	}

}
