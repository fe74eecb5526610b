package dev.escala.web;

import dev.escala.database.DatabaseWatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what goes wrong in Spring MVC under {@code /api}, also before a controller was
 * found; a controller advice bound to our packages would miss exactly that, and one for
 * everything would speak for pages that are not ours.
 */
@Component
class ApiExceptionResolver implements HandlerExceptionResolver, Ordered {

	private final ProblemTranslator problems;

	ApiExceptionResolver(ProblemTranslator problems) {
		this.problems = problems;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
			Exception ex) {
		if (!ApiRequests.isApi(request) || ex instanceof AccessDeniedException || ex instanceof AuthenticationException
				|| response.isCommitted()) {
			return null;
		}
		Problem problem = this.problems.translate(ex);
		if (ex instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
			response.setHeader(HttpHeaders.ALLOW, String.join(", ", method.getSupportedMethods()));
		}
		if (problem.status() == 503) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseWatch.RETRY_AFTER));
		}
		ApiRequests.answer(response, problem);
		return new ModelAndView();
	}

}
