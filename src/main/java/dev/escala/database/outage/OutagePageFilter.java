package dev.escala.database.outage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.escala.database.DatabaseWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a person sees where a page cannot be made because the database is away: a plain
 * page that tries again by itself. The APIs answer before it gets here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OutagePageFilter extends OncePerRequestFilter {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="es">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">%s
			<title>Escala vuelve enseguida</title></head>
			<body><main><h1>Escala vuelve enseguida</h1>
			<p>La base de datos no responde en este momento.</p>
			<p>%s</p></main></body>
			</html>
			""";

	private final DatabaseWatch watch;

	OutagePageFilter(DatabaseWatch watch) {
		this.watch = watch;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (response.isCommitted() || !this.watch.isCauseOf(ex)) {
				throw ex;
			}
			answer(request, response);
		}
	}

	private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		// What was sent is not sent again without the person's will.
		String page = reads
				? PAGE.formatted("<meta http-equiv=\"refresh\" content=\"" + DatabaseWatch.RETRY_AFTER + "\">",
						"Esta página lo intenta de nuevo por sí sola cada " + DatabaseWatch.RETRY_AFTER + " segundos.")
				: PAGE.formatted("", "Vuelva atrás dentro de unos segundos y compruebe si quedó guardado lo que envió; "
						+ "si no, envíelo de nuevo.");
		byte[] html = page.getBytes(StandardCharsets.UTF_8);
		response.reset();
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseWatch.RETRY_AFTER));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType("text/html;charset=UTF-8");
		response.setContentLength(html.length);
		response.getOutputStream().write(html);
		response.flushBuffer();
	}

}
