package dev.escala.access.login;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the request for whoever checks a password in it; before security, which does so
 * first, and before Spring's own, which comes behind it here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class LoginRequestFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		LoginRequest.begin(request, response);
		try {
			chain.doFilter(request, response);
		}
		finally {
			LoginRequest.end();
		}
	}

}
