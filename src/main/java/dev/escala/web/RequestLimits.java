package dev.escala.web;

import java.util.Locale;
import java.util.Optional;

import dev.escala.text.Storable;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What is refused of a request before anybody reads it: its address and its size. */
@Component
public class RequestLimits {

	private final WebProperties properties;

	RequestLimits(WebProperties properties) {
		this.properties = properties;
	}

	/** Why the request is refused at once, or empty. */
	public Optional<Problem> refuse(HttpServletRequest request) {
		Optional<Problem> refused = refuseAddress(request);
		long limit = limit(request);
		if (refused.isEmpty() && request.getContentLengthLong() > limit) {
			return Optional.of(BodyTooLargeException.problem(limit));
		}
		return refused;
	}

	/** The request, whose body ends with a refusal where it is too long. */
	public HttpServletRequest limited(HttpServletRequest request) {
		return new LimitedRequest(request, limit(request));
	}

	/** Why the address alone is refused, or empty; the caller is not known yet. */
	public static Optional<Problem> refuseAddress(HttpServletRequest request) {
		if (Text.decoded(request.getRequestURI()).filter(Storable::isStorable).isEmpty()) {
			return Optional.of(Problem.of(HttpStatus.BAD_REQUEST,
					"La dirección contiene caracteres que no se admiten: debe ser UTF-8 válido, sin el carácter nulo."));
		}
		String query = request.getQueryString();
		if (query == null) {
			return Optional.empty();
		}
		for (String parameter : query.split("&")) {
			String[] parts = parameter.split("=", 2);
			if (Text.decoded(parameter).filter(Storable::isStorable).isEmpty()) {
				String name = Text.decoded(parts[0]).filter(Storable::isStorable).orElse("");
				return Optional.of(Problem.of(HttpStatus.BAD_REQUEST, name, "El parámetro " + Text.quote(name)
						+ " contiene caracteres que no se admiten: debe ser UTF-8 válido, sin el carácter nulo."));
			}
		}
		return Optional.empty();
	}

	/** Only files may be large: they are never parsed as a whole. */
	private long limit(HttpServletRequest request) {
		String type = (request.getContentType() == null) ? "" : request.getContentType().toLowerCase(Locale.ROOT);
		boolean upload = type.startsWith("text/csv") || type.startsWith("multipart/form-data");
		return (upload ? this.properties.maxUpload() : this.properties.maxBody()).toBytes();
	}

}
