package dev.escala.modelgate;

import java.util.List;

/** One kind of thing that a model must not do. */
public interface ModelRule {

	/**
	 * Looks at all files that are to be deployed together.
	 * @return what it found, the most important first
	 */
	List<Problem> check(Submission submission);

}
