package dev.escala.pursuit.taken;

import dev.escala.reference.CaseNumber;

/**
 * A row that was not taken, or not as it stood.
 *
 * @param line number of its first line in the file, from 1
 * @param kind what became of it
 * @param who whom it is about, or {@code null} where it does not say
 * @param reason why and what to do, in Spanish
 * @param number the prospect or opportunity that it concerns, or {@code null}
 */
public record ImportNote(long line, Kind kind, String who, String reason, CaseNumber number) {

	/** Behind all lines: what concerns the whole file. */
	static final long WHOLE_FILE = Long.MAX_VALUE;

	/** The line as people read it; empty for the whole file. */
	public String lineText() {
		return (this.line == WHOLE_FILE) ? "" : String.valueOf(this.line);
	}

	/** What became of it. */
	public enum Kind {

		REFUSED("No se tomó"), DOUBLED("Ya estaba"), PARTLY("Se tomó en parte");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

}
