package dev.escala.web;

import java.util.function.Function;
import java.util.function.Supplier;

import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;

import org.springframework.http.HttpStatus;

/** Protects a replacement against lost updates by the header {@code If-Match}. */
public final class IfMatch {

	private IfMatch() {
	}

	/**
	 * Replaces something, where the header names a version only while that one holds.
	 * @param header its value, or {@code null} where it was not sent
	 * @param ifUnchanged replaces what still has the version that the caller has seen,
	 * else throws {@link ConflictException}, which is answered with 412
	 * @param anyway replaces whatever is there
	 * @throws InvalidInputException where the header is neither {@code *} nor one ETag
	 */
	public static <T> T replace(String header, Function<String, T> ifUnchanged, Supplier<T> anyway) {
		if (header == null || header.strip().equals("*")) {
			return anyway.get();
		}
		String seen = header.strip();
		if (!seen.matches("\"[^\"]*\"")) {
			throw new InvalidInputException("If-Match",
					"La cabecera If-Match debe repetir el ETag recibido, con sus comillas.");
		}
		try {
			return ifUnchanged.apply(seen.substring(1, seen.length() - 1));
		}
		catch (ConflictException ex) {
			throw new ProblemException(HttpStatus.PRECONDITION_FAILED, ex.getMessage());
		}
	}

}
