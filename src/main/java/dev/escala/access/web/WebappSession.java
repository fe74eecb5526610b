package dev.escala.access.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** Who is logged in to Tasklist in the session of a request. */
final class WebappSession {

	private WebappSession() {
	}

	/**
	 * The user id, or empty: no session, nobody logged in, or the request names its
	 * caller itself by HTTP Basic, which then counts alone.
	 */
	static Optional<String> user(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || isBasic(request)) {
			return Optional.empty();
		}
		try {
			Authentication user = AuthenticationUtil.getAuthsFromSession(session)
				.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
			return Optional.ofNullable(user)
				.filter((candidate) -> !Authentication.ANONYMOUS.equals(candidate))
				.map(Authentication::getIdentityId);
		}
		catch (IllegalStateException ex) {
			return Optional.empty(); // another request ended the session a moment ago
		}
	}

	private static boolean isBasic(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return header != null && StringUtils.startsWithIgnoreCase(header.strip(), "Basic");
	}

}
