package dev.escala.modelgate;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in a submission.
 *
 * @param problems those that keep it out first, the most important before the others
 */
public record Verdict(List<Problem> problems) {

	private static final int MOST_LINES = 30;

	/** Whether nothing is deployed. */
	public boolean refuses() {
		return this.problems.stream().anyMatch(Problem::refuses);
	}

	/** What keeps it out. */
	public List<Problem> refusals() {
		return this.problems.stream().filter(Problem::refuses).toList();
	}

	/** What its author is told. */
	public List<Problem> warnings() {
		return this.problems.stream().filter((problem) -> !problem.refuses()).toList();
	}

	/**
	 * What keeps it out in Spanish, as many lines as a dialog shows; {@code /modelos} has
	 * the rest.
	 */
	public String message() {
		List<Problem> refusals = refusals();
		List<String> lines = new ArrayList<>();
		lines.add("No se ha desplegado nada. " + ((refusals.size() == 1) ? "Hay que corregir esto:"
				: "Hay que corregir " + refusals.size() + " cosas:"));
		int shown = (refusals.size() < MOST_LINES) ? refusals.size() : MOST_LINES - 2;
		refusals.stream().limit(shown).map(Problem::line).forEach(lines::add);
		if (shown < refusals.size()) {
			lines.add("… y " + (refusals.size() - shown) + " más en /modelos");
		}
		return String.join("\n", lines);
	}

}
