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

	/** Full seconds after which the next try is looked at. */
	public long seconds() {
		return this.left.plusMillis(999).toSeconds();
	}

}
