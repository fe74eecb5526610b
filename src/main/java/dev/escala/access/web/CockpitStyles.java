package dev.escala.access.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.escala.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda's red notice about its editions is for administrators. In Cockpit, which
 * process owners read too, the style sheet depends on who asks; Tasklist and Welcome
 * never show it, and only administrators open Admin.
 */
class CockpitStyles extends OncePerRequestFilter {

	private static final String STYLES = "/camunda/app/cockpit/styles/user-styles.css";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().equals(request.getContextPath() + STYLES);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		// Somebody else may use this browser next.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		if (caller != null && StaffAuthorities.groupsOf(caller).contains(Role.ADMINISTRATORS.groupId())) {
			chain.doFilter(request, response);
			return;
		}
		response.setContentType("text/css");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter()
			.write("[cam-widget-header] .ce-eol-banner { display: none; }\n.page-wrap { top: 45px; }\n");
	}

}
