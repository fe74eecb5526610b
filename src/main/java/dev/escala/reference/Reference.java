package dev.escala.reference;

/**
 * What a thing is known by. It is written, in JSON, in a column and in a sentence, as its
 * value.
 *
 * @param <T> of the value: a text or a number
 */
public sealed interface Reference<T> permits CaseNumber, RulingNumber, UserId, CustomerId {

	T value();

	/** The value of what may be {@code null}: of nobody and of nothing. */
	static <T> T valueOrNull(Reference<T> reference) {
		return (reference == null) ? null : reference.value();
	}

}
