package dev.escala.access.web;

import java.io.IOException;
import java.util.Map;

import dev.escala.access.login.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * The login page again, with what is wrong in words: the same for names that exist and
 * names that do not. The name stays, and so does where the person wanted to go.
 */
@Component
class LoginRefusals implements AuthenticationFailureHandler, AccessDeniedHandler {

	private final PageRefusals pages;

	LoginRefusals(PageRefusals pages) {
		this.pages = pages;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		if (failure instanceof TooManyTries tries) {
			again(HttpStatus.TOO_MANY_REQUESTS,
					"Ha habido demasiados intentos fallidos. Espere " + tries.left() + " y vuelva a intentarlo.",
					request, response);
			return;
		}
		again(HttpStatus.UNPROCESSABLE_ENTITY, sentence(request), request, response);
	}

	private static String sentence(HttpServletRequest request) {
		if (typed(request).isEmpty()) {
			return "Escriba su usuario.";
		}
		String password = request.getParameter("password");
		return (password == null || password.isEmpty()) ? "Escriba su contraseña."
				: "El usuario o la contraseña no son correctos.";
	}

	/** A form that is not of this browser, or whose cookie is gone. */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		if (request.getRequestURI().endsWith("/login")) {
			again(HttpStatus.FORBIDDEN,
					"La página de entrada ya no valía; esta sí. Escriba otra vez su contraseña. "
							+ "Si se repite, permita en el navegador las cookies de esta dirección.",
					request, response);
			return;
		}
		this.pages.handle(request, response, failure);
	}

	private void again(HttpStatus status, String sentence, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setStatus(status.value());
		this.pages.page("page/login",
				Map.of("sentence", sentence, "typed", typed(request), "wanted", WantedAddress.of(request).orElse(""),
						"csrf", request.getAttribute(CsrfToken.class.getName()), "script", LoginPage.SCRIPT),
				request, response, LoginPage.CONTENT_SECURITY_POLICY);
	}

	private static String typed(HttpServletRequest request) {
		String user = request.getParameter("username");
		return (user == null) ? "" : user.strip();
	}

}
