package dev.escala.access.web;

import java.util.stream.Collectors;

import dev.escala.access.table.RouteDecision;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What is said to a caller whose request goes no further.
 *
 * @param title the kind of refusal, in Spanish
 * @param detail why, and what to do, in Spanish
 */
record RefusalText(HttpStatus status, String title, String detail) {

	/** Also says in a header which methods the address has, where that is the matter. */
	static RefusalText of(AccessDeniedException failure, HttpServletResponse response) {
		if (failure instanceof CsrfException) {
			return new RefusalText(HttpStatus.FORBIDDEN, "Falta la prueba de origen",
					"La petición no trae la cabecera X-ESCALA-XSRF-TOKEN de esta sesión. Recargue la página y vuelva "
							+ "a intentarlo.");
		}
		if (failure instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof RouteDecision decision) {
			return of(decision, response);
		}
		return new RefusalText(HttpStatus.FORBIDDEN, "Sin permiso", "Su usuario no tiene permiso para esto.");
	}

	private static RefusalText of(RouteDecision decision, HttpServletResponse response) {
		return switch (decision.answer()) {
			case UNKNOWN -> new RefusalText(HttpStatus.NOT_FOUND, "No existe", "No existe nada en esta dirección.");
			case WRONG_METHOD -> {
				response.setHeader(HttpHeaders.ALLOW,
						decision.methods().stream().sorted().collect(Collectors.joining(", ")));
				yield new RefusalText(HttpStatus.METHOD_NOT_ALLOWED, "Método no admitido",
						"En esta dirección no se admite este método.");
			}
			default -> new RefusalText(HttpStatus.FORBIDDEN, "Sin permiso", decision.explanation());
		};
	}

}
