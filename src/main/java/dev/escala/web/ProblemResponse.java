package dev.escala.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Answers an error that is sent with its status only, by security or by Spring MVC, as a
 * problem; headers that explain it, such as {@code WWW-Authenticate}, stay.
 */
final class ProblemResponse extends HttpServletResponseWrapper {

	ProblemResponse(HttpServletResponse response) {
		super(response);
	}

	@Override
	public void sendError(int status) {
		ApiRequests.answer((HttpServletResponse) getResponse(), Problem.of(status));
	}

	@Override
	public void sendError(int status, String message) {
		// The message is for developers, and in English.
		sendError(status);
	}

}
