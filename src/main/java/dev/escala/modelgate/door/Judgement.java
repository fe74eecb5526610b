package dev.escala.modelgate.door;

import java.time.Instant;
import java.util.List;

import dev.escala.modelgate.Problem;
import dev.escala.reference.UserId;

/**
 * What was found in one deployment.
 *
 * @param by who sent it, or {@code null}: the application itself
 * @param deployment its name, or {@code null}
 * @param files their names without folders
 * @param accepted whether it came in
 * @param millis how long it took to find out
 */
public record Judgement(Instant at, UserId by, String deployment, List<String> files, boolean accepted, int millis,
		List<Problem> problems) {

	private static final int NAMED = 8;

	/** The names of the files as people read them: of many only the first. */
	public String what() {
		List<String> sorted = this.files.stream().sorted().toList();
		return (sorted.size() <= NAMED + 1) ? String.join(", ", sorted)
				: String.join(", ", sorted.subList(0, NAMED)) + " y " + (sorted.size() - NAMED) + " archivos más";
	}

	/** What kept it out. */
	public List<Problem> refusals() {
		return this.problems.stream().filter(Problem::refuses).toList();
	}

	/** What its author is told. */
	public List<Problem> warnings() {
		return this.problems.stream().filter((problem) -> !problem.refuses()).toList();
	}

}
