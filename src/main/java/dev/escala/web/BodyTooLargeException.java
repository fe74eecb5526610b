package dev.escala.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

import org.springframework.http.HttpStatus;

/**
 * More was sent than is read; an {@link IOException}, because readers of a body throw.
 */
final class BodyTooLargeException extends IOException {

	private final long limit;

	BodyTooLargeException(long limit) {
		super("More than " + limit + " bytes");
		this.limit = limit;
	}

	Problem problem() {
		return problem(this.limit);
	}

	static Problem problem(long limit) {
		String megabytes = BigDecimal.valueOf(limit)
			.divide(BigDecimal.valueOf(1024 * 1024), 1, RoundingMode.DOWN)
			.stripTrailingZeros()
			.toPlainString()
			.replace('.', ',');
		return Problem.of(HttpStatus.PAYLOAD_TOO_LARGE,
				"El contenido enviado es demasiado grande: se admiten " + megabytes + " MB como máximo.");
	}

}
