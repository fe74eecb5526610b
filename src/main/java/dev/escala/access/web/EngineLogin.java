package dev.escala.access.web;

import java.util.Optional;

import dev.escala.access.login.LoginRequest;
import dev.escala.access.login.RememberedLogins;
import dev.escala.access.login.TooManyTries;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Checks a name and a password against the engine's users. A caller that was found right
 * lately is known again without the hash of the password, and only while password and
 * groups are the same; both are read anew with each request.
 */
class EngineLogin implements AuthenticationProvider {

	private final IdentityService identity;

	private final StaffAuthorities authorities;

	private final RememberedLogins remembered;

	EngineLogin(IdentityService identity, StaffAuthorities authorities, RememberedLogins remembered) {
		this.identity = identity;
		this.authorities = authorities;
		this.remembered = remembered;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		String user = request.getName();
		String password = String.valueOf(request.getCredentials());
		String digest = this.remembered.digest(user, password);
		if (LoginRequest.current().isAtDoor()) {
			// Once in a session: whoever logs in there is counted, and their browser
			// known.
			return check(user, password, digest);
		}
		return known(user, digest).orElseGet(() -> {
			synchronized (this.remembered.turn(digest)) {
				return known(user, digest).orElseGet(() -> check(user, password, digest));
			}
		});
	}

	/** Nobody is looked up whose login is not remembered. */
	private Optional<Authentication> known(String user, String digest) {
		if (!this.remembered.contains(digest)) {
			return Optional.empty();
		}
		return this.authorities.find(new UserId(user))
			.filter((known) -> this.remembered.contains(digest, known.version()))
			.map(StaffAuthorities.Known::caller);
	}

	private Authentication check(String user, String password, String digest) {
		if (!this.identity.checkPassword(user, password)) {
			throw LoginRequest.current()
				.waiting()
				.<AuthenticationException>map(TooManyTries::new)
				.orElseGet(EngineLogin::wrong);
		}
		StaffAuthorities.Known known = this.authorities.find(new UserId(user)).orElseThrow(EngineLogin::wrong);
		// The password may have been changed since it was checked.
		if (!LoginRequest.current().verified(user).filter(known.stamp()::equals).isPresent()) {
			throw wrong();
		}
		this.remembered.add(digest, known.version());
		return known.caller();
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

	private static BadCredentialsException wrong() {
		return new BadCredentialsException("Wrong user or password");
	}

}
