package dev.escala.access.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The same refusals as a page, for people; a login is asked for as everywhere. */
class PageRefusals extends ApiRefusals {

	private final ITemplateEngine templates;

	PageRefusals(ObjectMapper json, ITemplateEngine templates) {
		super(json);
		this.templates = templates;
	}

	@Override
	protected void write(HttpServletRequest request, HttpServletResponse response, RefusalText text)
			throws IOException {
		if (text.status() == HttpStatus.UNAUTHORIZED) {
			super.write(request, response, text);
			return;
		}
		response.setStatus(text.status().value());
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader("Content-Security-Policy",
				"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'");
		response.setHeader("Referrer-Policy", "no-referrer");
		this.templates.process("page/refused",
				new WebContext(
						JakartaServletWebApplication.buildApplication(request.getServletContext())
							.buildExchange(request, response),
						Locale.forLanguageTag("es-ES"), Map.of("title", text.title(), "sentence", text.detail())),
				response.getWriter());
	}

}
