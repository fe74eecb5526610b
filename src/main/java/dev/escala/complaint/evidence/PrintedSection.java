package dev.escala.complaint.evidence;

import java.util.List;

import dev.escala.complaint.print.Faces;

/**
 * A section in signs that can be printed.
 *
 * @param title its heading
 * @param lines its lines
 */
public record PrintedSection(String title, List<PrintedLine> lines) {

	static PrintedSection of(EvidenceSection section) {
		return new PrintedSection(Faces.printable(section.title()),
				section.lines().stream().map(PrintedLine::of).toList());
	}

	/**
	 * A line.
	 *
	 * @param label what it is
	 * @param words what it says, each line by itself
	 */
	public record PrintedLine(String label, List<String> words) {

		private static PrintedLine of(EvidenceSection.Line line) {
			return new PrintedLine(Faces.printable(line.label()), Faces.printable(line.value())
				.lines()
				// An empty line keeps its height, and blanks that somebody typed stay.
				.map((words) -> words.isBlank() ? "\u00A0" : words.replace("  ", "\u00A0 "))
				.toList());
		}

	}

}
