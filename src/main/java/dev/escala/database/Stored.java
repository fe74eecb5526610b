package dev.escala.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import dev.escala.reference.Reference;

/** Values as the database takes them. */
public final class Stored {

	private Stored() {
	}

	/**
	 * A value as it is written: an instant as a timestamp, a constant by its name, what a
	 * thing is known by as its text or number.
	 */
	public static Object value(Object value) {
		if (value instanceof Reference<?> reference) {
			return reference.value();
		}
		return (value instanceof Instant instant) ? Timestamp.from(instant)
				: (value instanceof Enum<?> constant) ? constant.name() : value;
	}

	/** Parameters of a statement in their order; each may be {@code null}. */
	public static List<Object> values(Object... values) {
		return Arrays.stream(values).map(Stored::value).toList();
	}

	/** An array of texts, or of what things are known by as texts. */
	public static String[] texts(Collection<?> texts) {
		return texts.stream().map(Stored::value).toArray(String[]::new);
	}

	/** An array of the constants' names. */
	public static String[] names(Collection<? extends Enum<?>> constants) {
		return constants.stream().map(Enum::name).toArray(String[]::new);
	}

}
