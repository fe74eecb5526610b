package dev.escala.access.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.frame.PersonName;
import dev.escala.access.login.PasswordStamp;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Turns a user of the engine into a caller that Spring Security knows, and back. */
@Component
class StaffAuthorities {

	private static final String PREFIX = "ROLE_";

	private final IdentityService identity;

	StaffAuthorities(IdentityService identity) {
		this.identity = identity;
	}

	/**
	 * The caller with one authority {@code ROLE_<group id>} for each group, read now: a
	 * person who lost a group loses it with the next request.
	 * @return the caller, or empty where the user is gone
	 */
	Optional<Known> find(UserId userId) {
		return Optional.ofNullable(this.identity.createUserQuery().userId(userId.value()).singleResult())
			.map((user) -> new Known(caller(user), PasswordStamp.of(user)));
	}

	private Authentication caller(User user) {
		UsernamePasswordAuthenticationToken caller = UsernamePasswordAuthenticationToken.authenticated(user.getId(),
				null,
				this.identity.createGroupQuery()
					.groupMember(user.getId())
					.list()
					.stream()
					.map(Group::getId)
					.map((group) -> new SimpleGrantedAuthority(PREFIX + group))
					.toList());
		String name = Stream.of(user.getFirstName(), user.getLastName())
			.filter((part) -> part != null && !part.isBlank())
			.collect(Collectors.joining(" "));
		caller.setDetails(new PersonName(name.isEmpty() ? user.getId() : name));
		return caller;
	}

	/** The groups of a caller. */
	static List<String> groupsOf(Authentication caller) {
		return caller.getAuthorities()
			.stream()
			.map((authority) -> authority.getAuthority())
			.filter((authority) -> authority.startsWith(PREFIX))
			.map((authority) -> authority.substring(PREFIX.length()))
			.toList();
	}

	/**
	 * A caller, and the password that counts now.
	 *
	 * @param stamp what tells this password from another one
	 */
	record Known(Authentication caller, String stamp) {

		/** Another one after every change of password or groups. */
		String version() {
			return this.stamp + " " + groupsOf(this.caller).stream().sorted().toList();
		}

	}

}
