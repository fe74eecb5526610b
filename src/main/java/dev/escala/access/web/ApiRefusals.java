package dev.escala.access.web;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.login.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * What an API says to a caller who is not known (401), not entitled (403), or asks for
 * something that is not there (404, 405).
 */
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final ObjectMapper json;

	ApiRefusals(ObjectMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (!isScript(request) && !PageRefusals.wantsPage(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Escala\", charset=\"UTF-8\"");
		}
		if (failure instanceof TooManyTries tries) {
			write(request, response, new RefusalText(HttpStatus.UNAUTHORIZED, "Demasiados intentos",
					"Ha habido demasiados intentos fallidos con este usuario o desde este lugar, y este no se ha mirado. "
							+ "Vuelva a intentarlo dentro de " + tries.left() + "."));
			return;
		}
		write(request, response, new RefusalText(HttpStatus.UNAUTHORIZED, "Hay que iniciar sesión",
				"Hace falta iniciar sesión: en Tasklist, o enviando un usuario y una contraseña válidos."));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		write(request, response, RefusalText.of(failure, response));
	}

	/** A challenge would open the browser's own login window over Tasklist. */
	private static boolean isScript(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		return mode != null && !mode.equals("navigate");
	}

	/** Writes the refusal; pages write it otherwise. */
	protected void write(HttpServletRequest request, HttpServletResponse response, RefusalText text)
			throws IOException {
		response.setStatus(text.status().value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(body(text)));
	}

	/** In the shape of every other problem that the API answers. */
	protected Object body(RefusalText text) {
		return new Problem(text.title(), text.status().value(), text.detail());
	}

	private record Problem(String title, int status, String detail) {
	}

}
