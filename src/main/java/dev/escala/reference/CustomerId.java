package dev.escala.reference;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Our own id of a customer, which nobody types: people use the customer's code.
 *
 * @param value as the database drew it
 */
public record CustomerId(@JsonValue Long value) implements Reference<Long>, Comparable<CustomerId> {

	public CustomerId {
		Objects.requireNonNull(value, "A customer has an id");
	}

	/** The same for a number that may be {@code null}, where there may be no customer. */
	public static CustomerId nullable(Long value) {
		return (value == null) ? null : new CustomerId(value);
	}

	@Override
	public int compareTo(CustomerId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
