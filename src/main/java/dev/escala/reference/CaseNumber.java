package dev.escala.reference;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number by which people know a case of whatever kind, for example
 * {@code ESC-2026-000123}: the business key of its processes. Whether there is such a
 * case is known by who keeps it.
 *
 * @param value as people write it
 */
public record CaseNumber(@JsonValue String value) implements Reference<String>, Comparable<CaseNumber> {

	public CaseNumber {
		Objects.requireNonNull(value, "A case has a number");
	}

	/** The same for a text that may be {@code null}, where there may be no case. */
	public static CaseNumber nullable(String value) {
		return (value == null) ? null : new CaseNumber(value);
	}

	@Override
	public int compareTo(CaseNumber other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
