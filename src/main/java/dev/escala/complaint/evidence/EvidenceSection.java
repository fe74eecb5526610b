package dev.escala.complaint.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the file with a heading of its own.
 *
 * @param title its heading, in Spanish
 * @param lines what it says
 */
public record EvidenceSection(String title, List<Line> lines) {

	public EvidenceSection {
		lines = List.copyOf(lines);
	}

	/** Begins one. */
	public static Builder of(String title) {
		return new Builder(title);
	}

	/**
	 * A line.
	 *
	 * @param label what it is
	 * @param value what it says, of several lines perhaps
	 */
	public record Line(String label, String value) {
	}

	/** A section that is being written. */
	public static final class Builder {

		private final String title;

		private final List<Line> lines = new ArrayList<>();

		private Builder(String title) {
			this.title = title;
		}

		/** One line more; none where there is nothing to say. */
		public Builder line(String label, Object value) {
			if (value != null && !value.toString().isBlank()) {
				this.lines.add(new Line(label, value.toString()));
			}
			return this;
		}

		/** The section, or nothing where it has no line. */
		public List<EvidenceSection> build() {
			return this.lines.isEmpty() ? List.of() : List.of(new EvidenceSection(this.title, this.lines));
		}

	}

}
