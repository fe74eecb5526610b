package dev.escala.engine.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.escala.database.DatabaseWatch;
import dev.escala.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The two doors to the engine, its own REST API and that of Camunda's web applications,
 * and how a problem is answered there: as everywhere else, with the sentence once more as
 * {@code message}, which is what Camunda's pages and Modeler show.
 */
public final class EngineDoors {

	private static final ObjectMapper JSON = JsonMapper.builder().build();

	private EngineDoors() {
	}

	/** Whether the request comes to one of them, decided on the decoded path. */
	public static boolean isOne(HttpServletRequest request) {
		String path = path(request);
		return path.equals("/engine-rest") || path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/");
	}

	/** The decoded path below the application, without parameters. */
	static String path(HttpServletRequest request) {
		return request.getServletPath() + ((request.getPathInfo() == null) ? "" : request.getPathInfo());
	}

	static byte[] json(Problem problem) throws IOException {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("title", problem.title());
		body.put("status", problem.status());
		body.put("detail", problem.detail());
		body.put("message", problem.detail());
		if (!problem.errors().isEmpty()) {
			body.put("errors", problem.errors());
		}
		if (problem.reference() != null) {
			body.put("reference", problem.reference());
		}
		return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
	}

	static void answer(HttpServletResponse response, Problem problem) throws IOException {
		byte[] body = json(problem);
		response.resetBuffer();
		response.setStatus(problem.status());
		if (problem.status() == 503) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseWatch.RETRY_AFTER));
		}
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
		response.flushBuffer();
	}

}
