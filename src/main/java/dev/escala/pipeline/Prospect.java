package dev.escala.pipeline;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Somebody who is not a customer yet.
 *
 * @param id our own id
 * @param code short unique code that people type, for example {@code P-000001}
 * @param name full name
 * @param sector what they do, or {@code null}
 * @param employees how many people work there (000-21), or {@code null}
 * @param language language of messages, {@code es} or {@code en}
 * @param rejections every time that we said no, the latest first; also those that were
 * taken back
 */
public record Prospect(long id, String code, String name, String sector, Integer employees, String language,
		List<Rejection> rejections) {

	public Prospect {
		rejections = List.copyOf(rejections);
	}

	/** The latest rejection that holds, or {@code null}. */
	@JsonProperty
	public Rejection rejection() {
		Optional<Rejection> holds = this.rejections.stream().filter((one) -> one.readmission() == null).findFirst();
		return holds.orElse(null);
	}

}
