package dev.escala.access;

import java.util.Set;

import org.springframework.security.authorization.AuthorizationResult;

/**
 * What the table of access says about one request, before anything of its body is read.
 *
 * @param answer what follows from it
 * @param explanation who may do this, in Spanish, for whoever may not
 * @param allow the methods that the address has, where it has not this one
 */
public record RouteDecision(Answer answer, String explanation, Set<String> allow) implements AuthorizationResult {

	@Override
	public boolean isGranted() {
		return this.answer == Answer.GRANTED;
	}

	/** The four answers. */
	public enum Answer {

		/** The caller may. */
		GRANTED,
		/** Somebody else may, or nobody. */
		REFUSED,
		/** The address answers to other methods. */
		WRONG_METHOD,
		/** The address is not in the table. */
		UNKNOWN

	}

}
