package dev.escala.reference;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number of a decision in the log, for example {@code DEC-2026-000123}.
 *
 * @param value as people write it
 */
public record RulingNumber(@JsonValue String value) implements Reference<String>, Comparable<RulingNumber> {

	public RulingNumber {
		Objects.requireNonNull(value, "A decision has a number");
	}

	/** The same for a text that may be {@code null}, where there may be no decision. */
	public static RulingNumber nullable(String value) {
		return (value == null) ? null : new RulingNumber(value);
	}

	@Override
	public int compareTo(RulingNumber other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
