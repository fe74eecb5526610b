package dev.escala.pipeline.exported;

import java.util.Set;

import dev.escala.customer.SearchName;
import dev.escala.text.Storable;

/** Cells as their system meant them. */
final class CellTexts {

	private static final Set<String> NO = Set.of("false", "no", "0", "n", "falso");

	private CellTexts() {
	}

	/**
	 * The text without what exports add to it: the apostrophe before what a spreadsheet
	 * would compute ({@code '+34 600…}), invisible joiners, blanks that do not break.
	 */
	static String clean(String cell) {
		String text = Storable.storable(cell)
			.replaceAll("[\u200B\u200C\u200D\u2060\uFEFF]", "")
			.replace('\u00A0', ' ')
			.replace('\u202F', ' ')
			.strip();
		return text.matches("(?s)'[=+\\-@].*") ? text.substring(1) : text;
	}

	/** Whether a cell says no. */
	static boolean isNo(String text) {
		return text != null && NO.contains(SearchName.of(text));
	}

}
