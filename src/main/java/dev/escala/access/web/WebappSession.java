package dev.escala.access.web;

import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

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
		return login(request).map(Authentication::getIdentityId);
	}

	/** Which of Camunda's applications the person may use, or empty as above. */
	static Optional<Set<String>> applications(HttpServletRequest request) {
		return login(request).map((login) -> ((UserAuthentication) login).getAuthorizedApps());
	}

	private static Optional<Authentication> login(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || isBasic(request)) {
			return Optional.empty();
		}
		try {
			Authentication user = AuthenticationUtil.getAuthsFromSession(session)
				.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
			return Optional.ofNullable(user).filter((candidate) -> !Authentication.ANONYMOUS.equals(candidate));
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
