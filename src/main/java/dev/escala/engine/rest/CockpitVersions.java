package dev.escala.engine.rest;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets Cockpit offer the versions of a process or a decision. It asks for all of them
 * without a limit, which the engine refuses; as many as anybody may ask for are enough.
 */
@Component
@Order(1)
class CockpitVersions extends OncePerRequestFilter {

	private static final String PAGES = "/camunda/api/engine/engine/default/";

	private static final Set<String> LISTS = Set.of(PAGES + "process-definition", PAGES + "decision-definition");

	/** As {@code queryMaxResultsLimit}. */
	private static final String MOST = "maxResults=2000";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getMethod().equals("GET") || !LISTS.contains(EngineDoors.path(request))
				|| request.getParameter("maxResults") != null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public String getQueryString() {
				return Optional.ofNullable(super.getQueryString()).map((query) -> query + "&" + MOST).orElse(MOST);
			}
		}, response);
	}

}
