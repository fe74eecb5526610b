package dev.escala.web;

import java.util.List;
import java.util.OptionalInt;

import dev.escala.validation.Fields;

/**
 * Which part of a list is wanted, in which order. Read from the query parameters
 * {@code page} (from 0), {@code size} (1 to 200, else 50) and {@code sort} (a field's
 * name, with a minus before it for the reverse order).
 *
 * @param page number of the page, from 0
 * @param size how many items
 * @param sort one of the allowed names, with a minus before it for the reverse order
 */
public record PageRequest(int page, int size, String sort) {

	private static final int DEFAULT_SIZE = 50;

	private static final int MAX_SIZE = 200;

	private static final int MAX_PAGE = 1_000_000;

	/**
	 * Reads the parameters as they were sent.
	 * @param fields remembers what is wrong; the caller ends it
	 * @param sortable the names that may be sorted by
	 * @param defaultSort what {@code sort} is where it was not sent
	 */
	public static PageRequest read(Fields fields, String page, String size, String sort, List<String> sortable,
			String defaultSort) {
		int number = whole(page, 0, MAX_PAGE).orElse(-1);
		if (page != null && !page.isBlank() && number < 0) {
			fields.refuse("page", "La página debe ser un número entre 0 y " + MAX_PAGE + ".");
		}
		int items = whole(size, 1, MAX_SIZE).orElse(-1);
		if (size != null && !size.isBlank() && items < 0) {
			fields.refuse("size", "El tamaño de página debe ser un número entre 1 y " + MAX_SIZE + ".");
		}
		String wanted = (sort == null || sort.isBlank()) ? defaultSort : sort.strip();
		if (!sortable.contains(wanted.startsWith("-") ? wanted.substring(1) : wanted)) {
			fields.refuse("sort", "No se puede ordenar por " + Text.quote(wanted) + ". Valores posibles: "
					+ String.join(", ", sortable) + ", con un signo menos delante para el orden inverso.");
		}
		return new PageRequest(Math.max(number, 0), (items < 0) ? DEFAULT_SIZE : items, wanted);
	}

	/** How many items are on the pages before. */
	public long offset() {
		return (long) this.page * this.size;
	}

	private static OptionalInt whole(String text, int minimum, int maximum) {
		try {
			int value = (text == null) ? -1 : Integer.parseInt(text.strip());
			return (value < minimum || value > maximum) ? OptionalInt.empty() : OptionalInt.of(value);
		}
		catch (NumberFormatException ex) {
			return OptionalInt.empty();
		}
	}

}
