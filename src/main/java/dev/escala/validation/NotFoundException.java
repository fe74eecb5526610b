package dev.escala.validation;

/**
 * Refused because what was asked for does not exist. The message is Spanish, for people.
 */
public final class NotFoundException extends Refusal {

	public NotFoundException(String message) {
		super(message);
	}

}
