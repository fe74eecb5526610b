package dev.escala.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.escala.engine.rest.EngineDoors;
import dev.escala.validation.InvalidInputException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses every property that asks the engine to evaluate an expression, wherever it
 * stands in a request to Camunda's REST API, behind either door and for everybody. Runs
 * after security has decided on the caller's role; {@link QueryExpressions} looks once
 * more at what reaches the engine.
 */
@Component
@Order(0)
class QueryExpressionFilter extends OncePerRequestFilter {

	static final String SENTENCE = "Las consultas no admiten expresiones: indique el valor que busca.";

	private static final String SUFFIX = "expression";

	private static final JsonFactory JSON = new JsonFactory();

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !EngineDoors.isOne(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		address(request);
		if (isForm(request)) {
			// A file or a login: nothing in it is a query.
			chain.doFilter(request, response);
			return;
		}
		byte[] body = request.getInputStream().readAllBytes();
		read(body);
		chain.doFilter(new KeptBody(request, body), response);
	}

	/** Without asking for parameters, for which a form would be read. */
	private static void address(HttpServletRequest request) {
		for (String parameter : Optional.ofNullable(request.getQueryString()).orElse("").split("&")) {
			refuse(URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8));
		}
	}

	private static boolean isForm(HttpServletRequest request) {
		String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
		return type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded");
	}

	/** What has a body sends JSON here, and what cannot be read goes no further. */
	private static void read(byte[] body) throws IOException {
		try (JsonParser parser = JSON.createParser(body)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.FIELD_NAME) {
					refuse(parser.currentName());
				}
			}
		}
		catch (JsonProcessingException ex) {
			throw new InvalidInputException("", "El contenido de la petición no es JSON válido.");
		}
	}

	private static void refuse(String property) {
		if (property.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
			throw new InvalidInputException(property, SENTENCE);
		}
	}

	/** The request, whose body was read already. */
	private static final class KeptBody extends HttpServletRequestWrapper {

		private final byte[] body;

		KeptBody(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = body;
		}

		@Override
		public ServletInputStream getInputStream() {
			ByteArrayInputStream content = new ByteArrayInputStream(this.body);
			return new ServletInputStream() {

				@Override
				public int read() {
					return content.read();
				}

				@Override
				public int read(byte[] target, int offset, int length) {
					return content.read(target, offset, length);
				}

				@Override
				public boolean isFinished() {
					return content.available() == 0;
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setReadListener(ReadListener listener) {
					throw new UnsupportedOperationException("Camunda's REST API reads without listeners");
				}

			};
		}

	}

}
