package dev.escala.access;

import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Checks a name and a password against the engine's users, with its login throttle. */
class EngineLogin implements AuthenticationProvider {

	private static final int LONGEST_USER_ID = 64;

	private static final int TRIES = 3;

	private final IdentityService identity;

	private final StaffAuthorities authorities;

	EngineLogin(IdentityService identity, StaffAuthorities authorities) {
		this.identity = identity;
		this.authorities = authorities;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		String user = request.getName();
		String password = String.valueOf(request.getCredentials());
		if (!isPossible(user) || password.isEmpty() || !isRight(user, password)) {
			throw new BadCredentialsException("Wrong user or password");
		}
		return this.authorities.of(user).orElseThrow(() -> new BadCredentialsException("Wrong user or password"));
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

	private boolean isRight(String user, String password) {
		for (int i = 0; i < TRIES; i++) {
			try {
				return this.identity.checkPassword(user, password);
			}
			catch (AuthenticationException ex) {
				return false; // throttled after failures: the same answer as a wrong
								// password
			}
			catch (OptimisticLockingException ex) {
				// Two requests counted a failure, or cleared it, at the same moment: look
				// again.
				continue;
			}
		}
		return false;
	}

	/** Anything else would reach PostgreSQL as text that it cannot store. */
	private static boolean isPossible(String user) {
		return !user.isEmpty() && user.length() <= LONGEST_USER_ID
				&& user.chars().noneMatch((c) -> Character.isISOControl(c) || Character.isSurrogate((char) c));
	}

}
