package dev.escala.web;

import java.io.IOException;
import java.util.Optional;

import dev.escala.database.DatabaseWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first and the last that happens to a request to our API, also around security:
 * refuses what no controller should see, limits the body, and answers every error that
 * nobody else answered, whether it was thrown or sent.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ApiFilter extends OncePerRequestFilter {

	private final ProblemTranslator problems;

	private final RequestLimits limits;

	ApiFilter(ProblemTranslator problems, RequestLimits limits) {
		this.problems = problems;
		this.limits = limits;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !ApiRequests.isApi(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Problem> refused = this.limits.refuse(request);
		if (refused.isPresent()) {
			ApiRequests.answer(response, refused.get());
			return;
		}
		try {
			chain.doFilter(this.limits.limited(request), new ProblemResponse(response));
		}
		catch (Exception ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			Problem problem = this.problems.translate(ex);
			if (problem.status() == 503) {
				response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseWatch.RETRY_AFTER));
			}
			ApiRequests.answer(response, problem);
		}
	}

}
