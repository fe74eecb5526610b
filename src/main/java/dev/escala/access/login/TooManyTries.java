package dev.escala.access.login;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * A login that was not looked at, because too many failed before it: the same for names
 * that exist and names that do not.
 */
public final class TooManyTries extends AuthenticationException {

	private final Duration left;

	public TooManyTries(Duration left) {
		super("Too many failed logins");
		this.left = left;
	}

	/** After how long the next try is looked at, in Spanish. */
	public String left() {
		return spoken(this.left);
	}

	/** In full seconds, the last one counted whole. */
	static String spoken(Duration wait) {
		long seconds = wait.plusMillis(999).toSeconds();
		return (seconds == 1) ? "1 segundo" : seconds + " segundos";
	}

}
