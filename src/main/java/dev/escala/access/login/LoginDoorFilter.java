package dev.escala.access.login;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands around the login of Camunda's web applications: each session that is opened
 * there knows the password that it was opened with, before anybody can use it, and who is
 * not let in reads why, as far as a stranger may know it.
 */
public class LoginDoorFilter extends OncePerRequestFilter {

	static final String AT_DOOR = LoginDoorFilter.class.getName() + ".atDoor";

	private final RequestMatcher door;

	private final ObjectMapper json;

	/**
	 * Creates the filter.
	 * @param door where a name and a password are taken
	 */
	public LoginDoorFilter(RequestMatcher door, ObjectMapper json) {
		this.door = door;
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.door.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		request.setAttribute(AT_DOOR, true);
		chain.doFilter(new StampedSessions(request), new ToldRefusal(response, this.json));
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

	/** Says the same of names that are known and of names that are not. */
	private static final class ToldRefusal extends HttpServletResponseWrapper {

		private final ObjectMapper json;

		private ToldRefusal(HttpServletResponse response, ObjectMapper json) {
			super(response);
			this.json = json;
		}

		@Override
		public void sendError(int status, String message) throws IOException {
			sendError(status);
		}

		@Override
		public void sendError(int status) throws IOException {
			if (status != SC_UNAUTHORIZED) {
				super.sendError(status);
				return;
			}
			String sentence = LoginRequest.current()
				.waiting()
				.map((wait) -> "Ha habido demasiados intentos fallidos. Espere " + TooManyTries.spoken(wait)
						+ " y vuelva a intentarlo.")
				.orElse("El usuario o la contraseña no son correctos.");
			setStatus(status);
			setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			getOutputStream().write(this.json.writeValueAsBytes(
					Map.of("title", "No ha entrado", "status", status, "detail", sentence, "message", sentence)));
		}

	}

}
