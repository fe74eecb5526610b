package dev.escala.clock;

import dev.escala.validation.ConflictException;

/**
 * A deadline cannot be computed: no rule, no calendar, no working hour. Never answered
 * with a missing deadline: whoever asks sees it, or a supervisor gets it for a running
 * case.
 */
public final class UnmeasurableException extends ConflictException {

	private static final long serialVersionUID = 1L;

	public UnmeasurableException(String message) {
		super(message);
	}

	public UnmeasurableException(String message, Throwable cause) {
		super(message);
		initCause(cause);
	}

}
