package dev.escala.modelgate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What stands behind the names of the {@link Vocabulary}: which values a variable may
 * have, what processes must be given, how fields are read. A reviewed list, in
 * {@code modelgate/contracts.json}; tests compare it with the running application, and
 * with every value that it writes while the tests run.
 *
 * @param values all values of a variable, whoever writes it; those that are not named may
 * have any. Truth values are {@code true} and {@code false}
 * @param writes fewer values, by who writes them: a bean, a user task, or the process
 * that code writes into
 * @param arguments which variable's values a method takes after the execution, by
 * {@code bean.method}
 * @param processes those of Escala, by key
 * @param fields how the fields of Escala's forms are read, by form and key
 * @param shows what code gives to a form to be shown, by form
 */
public record Contracts(Map<String, Set<String>> values, Map<String, Map<String, Set<String>>> writes,
		Map<String, String> arguments, Map<String, Process> processes, Map<String, Map<String, Field>> fields,
		Map<String, Set<String>> shows) {

	/** Nothing is known. */
	public static final Contracts NONE = new Contracts(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

	/**
	 * What a process must be given and must have.
	 *
	 * @param keyed whether a caller hands the number of the case on
	 * @param given variables that a caller hands over
	 * @param elements ids that code names
	 * @param timers the clock that code moves, by the event with its timer
	 */
	public record Process(boolean keyed, Set<String> given, Set<String> elements, Map<String, String> timers) {
	}

	/**
	 * A field of a form.
	 *
	 * @param reads how code reads it
	 * @param values what it may choose from; empty where it is no fixed list
	 */
	public record Field(Reads reads, Set<String> values) {
	}

	/** How a field is read. */
	public enum Reads {

		/** A text, or the value of one choice. */
		TEXT,

		/** A whole number. */
		NUMBER,

		/** A truth value. */
		FLAG,

		/** A text, line by line. */
		LINES,

		/** Several choices. */
		CHOICES

	}

	/** Those of this release. */
	public static Contracts read() {
		try (InputStream list = Contracts.class.getResourceAsStream("/modelgate/contracts.json")) {
			return new ObjectMapper().readValue(list, Contracts.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The values that somebody writes into a variable; empty where it may be any.
	 * @param writer a bean, a user task, or a process that code writes into
	 */
	public Set<String> values(String writer, String variable) {
		Set<String> own = this.writes.getOrDefault(writer, Map.of()).get(variable);
		return (own != null) ? own : this.values.getOrDefault(variable, Set.of());
	}

}
