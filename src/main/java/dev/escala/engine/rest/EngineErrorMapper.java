package dev.escala.engine.rest;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.escala.database.DatabaseWatch;
import dev.escala.web.Problem;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.springframework.http.MediaType;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Answers an exception of a JAX-RS application as {@link EngineProblems} says. JAX-RS
 * creates it, so that it looks for the application's beans itself.
 *
 * @param <T> what it answers
 */
abstract class EngineErrorMapper<T extends Throwable> implements ExceptionMapper<T> {

	@Context
	private ServletContext application;

	@Context
	private HttpServletRequest request;

	@Override
	public Response toResponse(T thrown) {
		Problem problem = WebApplicationContextUtils.getRequiredWebApplicationContext(this.application)
			.getBean(EngineProblems.class)
			.problem(thrown, this.request);
		try {
			Response.ResponseBuilder answer = Response.status(problem.status())
				.type(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
				.entity(EngineDoors.json(problem));
			if (problem.status() == 503) {
				answer.header(HttpHeaders.RETRY_AFTER, DatabaseWatch.RETRY_AFTER);
			}
			if (thrown instanceof WebApplicationException web
					&& web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
				answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
			}
			return answer.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
