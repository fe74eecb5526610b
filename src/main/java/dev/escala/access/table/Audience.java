package dev.escala.access.table;

import java.util.EnumSet;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.text.Sentences;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * To whom a route is open.
 *
 * @param kind how the audience is told
 * @param roles the groups, where it is told by groups
 */
record Audience(Kind kind, Set<Role> roles) {

	/** Strangers too. */
	static final Audience ANYBODY = new Audience(Kind.ANYBODY, Set.of());

	/** Any login whatever its groups: the rest depends on the row, or on the grants. */
	static final Audience LOGGED_IN = new Audience(Kind.LOGGED_IN, Set.of());

	/** A door that nothing uses and nobody goes through. */
	static final Audience NOBODY = new Audience(Kind.NOBODY, Set.of());

	static final Audience ADMINISTRATORS = of(Role.ADMINISTRATORS);

	/** Those whom the engine lets into Cockpit. */
	static final Audience COCKPIT = of(Role.PROCESS_OWNERS, Role.ADMINISTRATORS);

	/** Those who report, and therefore ask and commit. */
	static final Audience REPORTERS = new Audience(Kind.ROLES, Role.reporters());

	static final Audience REPORTERS_AND_ADMINISTRATORS = REPORTERS.and(Role.ADMINISTRATORS);

	static final Audience CUSTOMER_EDITORS = new Audience(Kind.ROLES, Role.customerEditors());

	/** Those who look after mail, messages and imports. */
	static final Audience SUPERVISION = of(Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS);

	/** The same with the directors, who read figures and plan people. */
	static final Audience LEADERS = SUPERVISION.and(Role.DIRECTORS);

	/** Those who take over prospects and opportunities of other systems. */
	static final Audience SALE_IMPORTERS = SUPERVISION.and(Role.SALES);

	/** Those who sell. */
	static final Audience SALES = of(Role.SALES);

	/** Those who answer for deadlines. */
	static final Audience DEADLINES = LEADERS.and(Role.PROCESS_OWNERS);

	static Audience of(Role first, Role... others) {
		return new Audience(Kind.ROLES, EnumSet.of(first, others));
	}

	Audience and(Role role) {
		Set<Role> more = EnumSet.of(role);
		more.addAll(this.roles);
		return new Audience(Kind.ROLES, more);
	}

	boolean admits(Authentication caller) {
		return switch (this.kind) {
			case ANYBODY -> true;
			case LOGGED_IN -> isLoggedIn(caller);
			case ROLES -> isLoggedIn(caller) && hasRole(caller);
			case NOBODY -> false;
		};
	}

	/** Who may, in a sentence for whoever may not. */
	String explanation() {
		return switch (this.kind) {
			case NOBODY -> "Esto está cerrado para todos: nada de Escala lo usa.";
			case ROLES -> "Su usuario no tiene permiso para esto. Lo tienen: " + labels() + ".";
			default -> "Su usuario no tiene permiso para esto.";
		};
	}

	private String labels() {
		return Sentences.all(this.roles.stream().sorted().map(Role::label).toList());
	}

	private boolean hasRole(Authentication caller) {
		return caller.getAuthorities()
			.stream()
			.anyMatch((authority) -> this.roles.stream()
				.anyMatch((role) -> ("ROLE_" + role.groupId()).equals(authority.getAuthority())));
	}

	private static boolean isLoggedIn(Authentication caller) {
		return caller != null && caller.isAuthenticated() && !(caller instanceof AnonymousAuthenticationToken);
	}

	/** How an audience is told. */
	enum Kind {

		ANYBODY, LOGGED_IN, ROLES, NOBODY

	}

}
