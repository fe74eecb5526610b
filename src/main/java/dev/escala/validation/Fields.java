package dev.escala.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.escala.text.Shortening;
import dev.escala.text.Storable;

/**
 * Reads the fields of a request one by one and remembers every problem, so that a person
 * learns of all of them at once. Commands use it in their constructors.
 */
public final class Fields {

	/** Also those that only Unicode knows, such as the line separator. */
	private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

	private final List<FieldProblem> problems = new ArrayList<>();

	/**
	 * Text that must be there.
	 * @param field the field's key
	 * @param label its Spanish name, for the message, for example "el asunto"
	 * @param value what was sent
	 * @param maximum longest length in characters
	 * @return the text without surrounding blanks, or {@code ""} where it was refused
	 */
	public String required(String field, String label, String value, int maximum) {
		String text = optional(field, label, value, maximum);
		if (text == null) {
			refuse(field, "Falta " + label + ".");
			return "";
		}
		return text;
	}

	/**
	 * Text that may be missing.
	 * @return the text without surrounding blanks, or {@code null} where there is none
	 */
	public String optional(String field, String label, String value, int maximum) {
		if (value == null || value.isBlank()) {
			return null;
		}
		String text = value.strip();
		if (text.length() > maximum) {
			refuse(field,
					"Es demasiado largo " + label + ": " + text.length() + " caracteres, y caben " + maximum + ".");
			return Shortening.beginning(text, maximum);
		}
		if (!isStorable(text)) {
			refuse(field, "Hay caracteres que no se pueden guardar en " + label + ".");
			return null;
		}
		return text;
	}

	/**
	 * A part that refuses by itself: its problems join the others.
	 * @return the part, or {@code null} where it was refused
	 */
	public <T> T part(Supplier<T> part) {
		try {
			return part.get();
		}
		catch (InvalidInputException ex) {
			this.problems.addAll(ex.problems());
			return null;
		}
	}

	/**
	 * Text of one line that must be there, such as the subject of a mail: line breaks and
	 * other runs of blanks become one blank.
	 * @return the text, or {@code ""} where it was refused
	 */
	public String requiredLine(String field, String label, String value, int maximum) {
		return required(field, label, line(value), maximum);
	}

	/**
	 * Text of one line that may be missing, see {@link #requiredLine}.
	 * @return the text, or {@code null} where there is none
	 */
	public String optionalLine(String field, String label, String value, int maximum) {
		return optional(field, label, line(value), maximum);
	}

	private static String line(String value) {
		return (value == null) ? null : BLANKS.matcher(value).replaceAll(" ");
	}

	/**
	 * One value of an enumeration, by its name.
	 * @return the value, or {@code fallback} where none was sent or it was refused
	 */
	public <E extends Enum<E>> E oneOf(String field, String label, String value, Class<E> type, E fallback) {
		if (value == null || value.isBlank()) {
			if (fallback == null) {
				refuse(field, "Falta " + label + ".");
			}
			return fallback;
		}
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(value.strip())) {
				return constant;
			}
		}
		refuse(field, "No se conoce ese valor para " + label + ". Valores posibles: "
				+ Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")) + ".");
		return fallback;
	}

	/** One value of an enumeration, by its name; {@code null} where none was sent. */
	public <E extends Enum<E>> E optionalOneOf(String field, String label, String value, Class<E> type) {
		return (value == null || value.isBlank()) ? null : oneOf(field, label, value, type, null);
	}

	/** Refuses each parameter of a list that is none of its filters. */
	public void onlyFilters(Collection<String> sent, Collection<String> known) {
		sent.stream()
			.filter((name) -> !known.contains(name))
			.forEach((name) -> refuse(name,
					"No se conoce ese filtro. Valores posibles: " + String.join(", ", new TreeSet<>(known)) + "."));
	}

	/** Remembers a problem found by the caller. */
	public void refuse(String field, String message) {
		this.problems.add(new FieldProblem(field, message));
	}

	/** Ends the reading: throws where anything was refused. */
	public void done() {
		if (!this.problems.isEmpty()) {
			throw new InvalidInputException(this.problems);
		}
	}

	/** Nobody reads a control, and PostgreSQL does not keep everything. */
	private static boolean isStorable(String text) {
		return Storable.isStorable(text)
				&& text.chars().noneMatch((c) -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
	}

}
