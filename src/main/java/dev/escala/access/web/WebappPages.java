package dev.escala.access.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever opens one of Camunda's web applications logs in with us first: one login for
 * everything. And who may not use the application reads so, in place of a login that
 * would never let them in.
 */
class WebappPages extends OncePerRequestFilter {

	private static final Pattern APPLICATION = Pattern.compile("/camunda/?|/camunda/app(?:/(?<name>[a-z]+)(?:/.*)?)?");

	private static final Map<String, String> FOR = Map.of("cockpit",
			"Cockpit es para Propietarios de procesos y Administración.", "admin", "Admin es para Administración.");

	private final PageRefusals refusals;

	WebappPages(PageRefusals refusals) {
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Matcher page = APPLICATION.matcher(request.getRequestURI().substring(request.getContextPath().length()));
		if (!request.getMethod().equals("GET") || !PageRefusals.wantsPage(request) || !page.matches()) {
			chain.doFilter(request, response);
			return;
		}
		Optional<Set<String>> applications = WebappSession.applications(request);
		String name = page.group("name");
		if (applications.isEmpty()) {
			response.sendRedirect(WantedAddress.login(request));
		}
		else if (FOR.containsKey(name) && !applications.get().contains(name)) {
			this.refusals.write(request, response, new RefusalText(HttpStatus.FORBIDDEN, "Sin permiso", FOR.get(name)));
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
