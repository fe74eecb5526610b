package dev.escala.engine.expression;

/** A text of a model that the engine could not read as an expression. */
public class UnreadableExpressionException extends RuntimeException {

	/**
	 * Creates it.
	 * @param where what could not be read, in Spanish
	 */
	public UnreadableExpressionException(String where) {
		super(where);
	}

}
