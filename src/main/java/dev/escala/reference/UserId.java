package dev.escala.reference;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who does something: the user id of somebody of the staff, or {@link #SYSTEM} or
 * {@link #CUSTOMER}. Whether there is such a person is known by the directory.
 *
 * @param value as the person types it to log in
 */
public record UserId(@JsonValue String value) implements Reference<String>, Comparable<UserId> {

	/** Who acts where no person does: a timer, an import, a rule. */
	public static final UserId SYSTEM = new UserId("sistema");

	/** Who acts where the customer does, on the page of the case. */
	public static final UserId CUSTOMER = new UserId("cliente");

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
