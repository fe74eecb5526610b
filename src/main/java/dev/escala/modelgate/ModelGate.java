package dev.escala.modelgate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Judges files before any of them takes effect. The same on the server, on the command
 * line and in tests.
 */
public final class ModelGate {

	private final List<ModelRule> rules;

	/**
	 * Creates a gate.
	 * @param rules the most important first
	 */
	public ModelGate(List<ModelRule> rules) {
		this.rules = List.copyOf(rules);
	}

	/** Looks at all of it; never changes anything. */
	public Verdict judge(Submission submission) {
		LinkedHashSet<Problem> found = new LinkedHashSet<>(submission.unreadable());
		this.rules.forEach((rule) -> found.addAll(rule.check(submission)));
		List<Problem> problems = new ArrayList<>(found);
		problems.sort(Comparator.comparing((problem) -> !problem.refuses()));
		return new Verdict(List.copyOf(problems));
	}

}
