package dev.escala.engine.rest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

import dev.escala.web.Problem;
import dev.escala.web.RequestLimits;
import dev.escala.web.Text;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first and the last that happens to a request to one of the engine's doors, also
 * around security: refuses what nobody should read, limits the body, and answers as a
 * problem whatever others refuse with a status only, or throw. Each refused request is
 * one line of the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 21)
class EngineRestFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(EngineRestFilter.class);

	private final EngineProblems problems;

	private final RequestLimits limits;

	EngineRestFilter(EngineProblems problems, RequestLimits limits) {
		this.problems = problems;
		this.limits = limits;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !EngineDoors.isOne(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Problem> refused = RequestLimits.refuseAddress(request);
		if (refused.isPresent()) {
			EngineDoors.answer(response, refused.get());
		}
		else {
			carryOut(request, new Answer(response), chain);
		}
		// Whose session has run out asks every few seconds.
		if (response.getStatus() >= 400 && response.getStatus() < 500 && response.getStatus() != 401) {
			log.info("Refused {} {}: {} ({})", request.getMethod(), Text.quote(EngineDoors.path(request)),
					response.getStatus(), this.problems.reason(request));
		}
	}

	private void carryOut(HttpServletRequest request, Answer response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(this.limits.limited(request), response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			EngineDoors.answer(response, this.problems.problem(ex, request));
			return;
		}
		if (response.getStatus() >= 400 && !response.hasBody() && !response.isCommitted()
				&& !request.isAsyncStarted()) {
			EngineDoors.answer(response, Problem.of(response.getStatus()));
		}
	}

	/** Knows whether there is a body, and gives every error that is sent one. */
	private static final class Answer extends HttpServletResponseWrapper {

		private boolean body;

		Answer(HttpServletResponse response) {
			super(response);
		}

		boolean hasBody() {
			return this.body;
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			this.body = true;
			return super.getOutputStream();
		}

		@Override
		public PrintWriter getWriter() throws IOException {
			this.body = true;
			return super.getWriter();
		}

		@Override
		public void sendError(int status) {
			try {
				EngineDoors.answer((HttpServletResponse) getResponse(), Problem.of(status));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void sendError(int status, String message) {
			// The message is for developers, and in English.
			sendError(status);
		}

	}

}
