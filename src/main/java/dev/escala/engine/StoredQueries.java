package dev.escala.engine;

/** The queries with expressions that Escala itself stores; no other is ever run. */
public interface StoredQueries {

	/**
	 * Whether it is one of them, word for word.
	 * @param query as the engine stores it, in JSON
	 */
	boolean isOne(String query);

}
