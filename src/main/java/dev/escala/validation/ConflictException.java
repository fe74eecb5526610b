package dev.escala.validation;

/**
 * Refused because the request contradicts the present state. The message is Spanish, for
 * people.
 */
public non-sealed class ConflictException extends Refusal {

	public ConflictException(String message) {
		super(message);
	}

}
