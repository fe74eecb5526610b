package dev.escala.access.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.login.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * The same refusals as a page, for people. Strangers are led to the login, and from there
 * to what they wanted; what somebody has typed meanwhile is not lost.
 */
@Component
class PageRefusals extends ApiRefusals {

	private final ITemplateEngine templates;

	PageRefusals(ObjectMapper json, ITemplateEngine templates) {
		super(json);
		this.templates = templates;
	}

	/** Whether it is a person who looks, with a browser, and no script and no program. */
	static boolean wantsPage(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		String mode = request.getHeader("Sec-Fetch-Mode");
		return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
				&& (mode == null || mode.equals("navigate"));
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (!wantsPage(request) || failure instanceof TooManyTries) {
			super.commence(request, response, failure);
		}
		else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
			response.sendRedirect(WantedAddress.login(request));
		}
		else {
			write(request, response, new RefusalText(HttpStatus.UNAUTHORIZED, "Su sesión se había cerrado",
					"Lo que ha escrito no se ha enviado todavía. Abra Escala en otra pestaña, entre, vuelva a esta "
							+ "y recárguela: el navegador preguntará si lo envía otra vez, y así no se pierde nada."));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		if (failure instanceof CsrfException) {
			write(request, response, new RefusalText(HttpStatus.FORBIDDEN, "La página era demasiado antigua",
					"No se ha hecho nada. Vuelva atrás, recargue la página y repítalo."));
			return;
		}
		super.handle(request, response, failure);
	}

	/** A page for people, and what the others say to programs. */
	AccessDeniedHandler orForPrograms(AccessDeniedHandler others) {
		return (request, response, failure) -> (wantsPage(request) ? this : others).handle(request, response, failure);
	}

	/** The same for who is not known and opens an address that a program would call. */
	AuthenticationEntryPoint loginOr(AuthenticationEntryPoint others) {
		return (request, response, failure) -> (wantsPage(request) ? this : others).commence(request, response,
				failure);
	}

	@Override
	protected void write(HttpServletRequest request, HttpServletResponse response, RefusalText text)
			throws IOException {
		if (text.status() == HttpStatus.UNAUTHORIZED && !wantsPage(request)) {
			super.write(request, response, text);
			return;
		}
		response.setStatus(text.status().value());
		page("page/refused", Map.of("title", text.title(), "sentence", text.detail()), request, response,
				"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
						+ "frame-ancestors 'self'");
	}

	/** Writes a page from a filter, where no controller is. */
	void page(String template, Map<String, Object> model, HttpServletRequest request, HttpServletResponse response,
			String contentSecurityPolicy) throws IOException {
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader("Content-Security-Policy", contentSecurityPolicy);
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		this.templates.process(template,
				new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
					.buildExchange(request, response), Locale.forLanguageTag("es-ES"), new HashMap<>(model)),
				response.getWriter());
	}

}
