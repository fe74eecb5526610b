package dev.escala.text;

/** Texts in files for spreadsheets. */
public final class SpreadsheetCells {

	private SpreadsheetCells() {
	}

	/**
	 * A text that a spreadsheet shows and never computes: what begins like a formula gets
	 * an apostrophe before it, also behind blanks.
	 */
	public static String quoted(String text) {
		String safe = text.stripLeading().matches("(?s)[=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20].*")
				|| text.matches("(?s)[\t\r\n].*") ? "'" + text : text;
		return "\"" + safe.replace("\"", "\"\"") + "\"";
	}

}
