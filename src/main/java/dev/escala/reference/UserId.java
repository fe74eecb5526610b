package dev.escala.reference;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The user id of somebody of the staff, or of {@link #SYSTEM}. Whether there is such a
 * person is known by the directory.
 *
 * @param value as the person types it to log in
 */
public record UserId(@JsonValue String value) implements Reference<String>, Comparable<UserId> {

	/** Whoever acts where no person does: a timer, a job, an incoming mail. */
	public static final UserId SYSTEM = new UserId("sistema");

	public UserId {
		Objects.requireNonNull(value, "A person has a user id");
	}

	/** The same for a text that may be {@code null}, where there may be nobody. */
	public static UserId nullable(String value) {
		return (value == null) ? null : new UserId(value);
	}

	@Override
	public int compareTo(UserId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
