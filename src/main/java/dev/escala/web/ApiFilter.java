package dev.escala.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
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

	private final WebProperties properties;

	ApiFilter(ProblemTranslator problems, WebProperties properties) {
		this.problems = problems;
		this.properties = properties;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !ApiRequests.isApi(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Problem> refused = refuseAddress(request);
		long limit = limit(request);
		if (refused.isEmpty() && request.getContentLengthLong() > limit) {
			refused = Optional.of(BodyTooLargeException.problem(limit));
		}
		if (refused.isPresent()) {
			ApiRequests.answer(response, refused.get());
			return;
		}
		try {
			chain.doFilter(new LimitedRequest(request, limit), new ProblemResponse(response));
		}
		catch (Exception ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			ApiRequests.answer(response, this.problems.translate(ex));
		}
	}

	private static Optional<Problem> refuseAddress(HttpServletRequest request) {
		if (Text.decoded(request.getRequestURI()).filter(Text::isStorable).isEmpty()) {
			return Optional.of(Problem.of(HttpStatus.BAD_REQUEST,
					"La dirección contiene caracteres que no se admiten: debe ser UTF-8 válido, sin el carácter nulo."));
		}
		String query = request.getQueryString();
		if (query == null) {
			return Optional.empty();
		}
		for (String parameter : query.split("&")) {
			String[] parts = parameter.split("=", 2);
			if (Text.decoded(parameter).filter(Text::isStorable).isEmpty()) {
				String name = Text.decoded(parts[0]).filter(Text::isStorable).orElse("");
				return Optional.of(Problem.of(HttpStatus.BAD_REQUEST, name, "El parámetro " + Text.quote(name)
						+ " contiene caracteres que no se admiten: debe ser UTF-8 válido, sin el carácter nulo."));
			}
		}
		return Optional.empty();
	}

	/** Only files may be large: they are never parsed as a whole. */
	private long limit(HttpServletRequest request) {
		String type = (request.getContentType() == null) ? "" : request.getContentType().toLowerCase(Locale.ROOT);
		boolean upload = type.startsWith("text/csv") || type.startsWith("multipart/form-data");
		return (upload ? this.properties.maxUpload() : this.properties.maxBody()).toBytes();
	}

}
