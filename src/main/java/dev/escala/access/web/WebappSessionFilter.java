package dev.escala.access.web;

import java.io.IOException;
import java.util.Optional;

import dev.escala.access.login.SessionStamp;
import dev.escala.reference.UserId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a person who is logged in to Tasklist call us with the same cookie. A session
 * whose person is gone, or has another password since, ends here, before Camunda's own
 * filters see it.
 */
class WebappSessionFilter extends OncePerRequestFilter {

	private final StaffAuthorities authorities;

	private final SecurityContextRepository contexts;

	/**
	 * Creates the filter.
	 * @param contexts keeps the caller for the rest of this request, asynchronous parts
	 * included; never longer
	 */
	WebappSessionFilter(StaffAuthorities authorities, SecurityContextRepository contexts) {
		this.authorities = authorities;
		this.contexts = contexts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		WebappSession.user(request).ifPresent((user) -> {
			HttpSession session = request.getSession(false);
			Optional<StaffAuthorities.Known> known = this.authorities.find(new UserId(user))
				.filter((candidate) -> session != null && SessionStamp.matches(session, candidate.stamp()));
			known.ifPresentOrElse((person) -> remember(person.caller(), request, response), () -> end(session));
		});
		chain.doFilter(request, response);
	}

	/** Another request of the same session may have ended it a moment ago. */
	private static void end(HttpSession session) {
		if (session == null) {
			return;
		}
		try {
			session.invalidate();
		}
		catch (IllegalStateException ex) {
			// Ended is ended.
		}
	}

	private void remember(Authentication caller, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(caller);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

}
