package dev.escala.startup;

/**
 * Escala cannot start, for a reason that the person who starts it can remove. The message
 * is one English sentence for that person; it is printed without a stack trace.
 */
public final class StartupProblem extends RuntimeException {

	public StartupProblem(String sentence) {
		super(sentence);
	}

	public StartupProblem(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
