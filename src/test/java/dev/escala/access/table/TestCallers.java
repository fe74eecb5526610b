package dev.escala.access.table;

import dev.escala.access.Role;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Callers as Spring Security knows them. */
final class TestCallers {

	private TestCallers() {
	}

	static Authentication of(Role role) {
		return UsernamePasswordAuthenticationToken.authenticated("x", null,
				AuthorityUtils.createAuthorityList("ROLE_" + role.groupId()));
	}

	static Authentication withoutGroup() {
		return UsernamePasswordAuthenticationToken.authenticated("x", null, AuthorityUtils.NO_AUTHORITIES);
	}

}
