package dev.escala.access.login;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands around the login of Camunda's web applications: each session that is opened
 * there knows the password that it was opened with, before anybody can use it.
 */
public class LoginDoorFilter extends OncePerRequestFilter {

	static final String AT_DOOR = LoginDoorFilter.class.getName() + ".atDoor";

	private final RequestMatcher door;

	public LoginDoorFilter(RequestMatcher door) {
		this.door = door;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.door.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		request.setAttribute(AT_DOOR, true);
		chain.doFilter(new StampedSessions(request), response);
	}

	/** Whoever takes the session takes it with the stamp of the password checked. */
	private static final class StampedSessions extends HttpServletRequestWrapper {

		private StampedSessions(HttpServletRequest request) {
			super(request);
		}

		@Override
		public HttpSession getSession(boolean create) {
			HttpSession session = super.getSession(create);
			if (session != null) {
				LoginRequest.current().verified().ifPresent((stamp) -> SessionStamp.set(session, stamp));
			}
			return session;
		}

		@Override
		public HttpSession getSession() {
			return getSession(true);
		}

	}

}
