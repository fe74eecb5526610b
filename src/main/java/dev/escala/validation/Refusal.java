package dev.escala.validation;

/**
 * A use case says no: the request is understood and must not be carried out. The message
 * is Spanish and is shown as it is, in Tasklist and over HTTP.
 */
public abstract sealed class Refusal extends RuntimeException
		permits InvalidInputException, NotFoundException, ConflictException, ForbiddenException {

	protected Refusal(String message) {
		super(message);
	}

}
