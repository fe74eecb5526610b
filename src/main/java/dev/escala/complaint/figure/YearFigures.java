package dev.escala.complaint.figure;

import java.time.Instant;
import java.util.List;

/**
 * The figures of a year.
 *
 * @param year which
 * @param computedAt of when they are: what is still open changes them
 * @param lines the figures
 */
public record YearFigures(int year, Instant computedAt, List<FigureLine> lines) {

	public YearFigures {
		lines = List.copyOf(lines);
	}

	/** The lines of one method, in order. */
	public List<FigureLine> of(Method method) {
		return this.lines.stream().filter((line) -> line.method() == method).toList();
	}

}
