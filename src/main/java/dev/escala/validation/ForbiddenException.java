package dev.escala.validation;

/** Refused because this person may not do it. The message is Spanish, for people. */
public final class ForbiddenException extends Refusal {

	public ForbiddenException(String message) {
		super(message);
	}

}
