package dev.escala.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

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
import org.springframework.security.web.csrf.CsrfException;

/** What our API says to a caller who is not known (401) or not entitled (403). */
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final ObjectMapper json;

	ApiRefusals(ObjectMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (!isScript(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Escala\", charset=\"UTF-8\"");
		}
		if (failure instanceof TooManyTries tries) {
			write(response, HttpStatus.UNAUTHORIZED, "Demasiados intentos",
					"Ha habido demasiados intentos fallidos con este usuario o desde este lugar, y este no se ha mirado. "
							+ "Vuelva a intentarlo dentro de " + tries.seconds() + " segundos.");
			return;
		}
		write(response, HttpStatus.UNAUTHORIZED, "Hay que iniciar sesión",
				"Hace falta iniciar sesión: en Tasklist, o enviando un usuario y una contraseña válidos.");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		if (failure instanceof CsrfException) {
			write(response, HttpStatus.FORBIDDEN, "Falta la prueba de origen",
					"La petición no trae la cabecera X-ESCALA-XSRF-TOKEN de esta sesión. Recargue la página y vuelva "
							+ "a intentarlo.");
			return;
		}
		write(response, HttpStatus.FORBIDDEN, "Sin permiso", "Su usuario no tiene permiso para esto.");
	}

	/** A challenge would open the browser's own login window over Tasklist. */
	private static boolean isScript(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		return mode != null && !mode.equals("navigate");
	}

	private void write(HttpServletResponse response, HttpStatus status, String title, String detail)
			throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.json.writeValue(response.getWriter(), new Problem(title, status.value(), detail));
	}

	/** In the shape of every other problem that the API answers. */
	private record Problem(String title, int status, String detail) {
	}

}
