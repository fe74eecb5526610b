package dev.escala.reference;

/**
 * What a thing is known by. It is written, in JSON, in a column and in a sentence, as its
 * value.
 *
 * @param <T> of the value: a text or a number
 */
public sealed interface Reference<T> permits CaseNumber, RulingNumber, UserId, CustomerId {

	T value();

}
