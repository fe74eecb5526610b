package dev.escala.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;

/** Which requests are ours, and how a problem is answered. */
final class ApiRequests {

	private static final ObjectMapper JSON = JsonMapper.builder().build();

	private ApiRequests() {
	}

	/** Decided on the decoded path, which is the one that controllers are found by. */
	static boolean isApi(HttpServletRequest request) {
		String path = request.getServletPath() + ((request.getPathInfo() == null) ? "" : request.getPathInfo());
		return path.equals("/api") || path.startsWith("/api/");
	}

	static void answer(HttpServletResponse response, Problem problem) {
		try {
			byte[] body = json(problem);
			response.resetBuffer();
			response.setStatus(problem.status());
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
			response.flushBuffer();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] json(Problem problem) throws IOException {
		return JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
	}

}
