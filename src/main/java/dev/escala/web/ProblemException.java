package dev.escala.web;

import org.springframework.http.HttpStatus;

/**
 * Refused for a reason that only HTTP knows, such as a precondition in a header. Use
 * cases throw a {@link dev.escala.validation.Refusal} instead.
 */
public final class ProblemException extends RuntimeException {

	private final transient Problem problem;

	/**
	 * Refuses with a status of our choice.
	 * @param status a 4xx or 503
	 * @param detail what is wrong and what to do, in Spanish
	 */
	public ProblemException(HttpStatus status, String detail) {
		this(Problem.of(status, detail));
	}

	ProblemException(Problem problem) {
		super(problem.detail());
		this.problem = problem;
	}

	Problem problem() {
		return this.problem;
	}

}
