package dev.escala.review;

/**
 * Whoever does something about customers whom a review flagged. Rehearsals tell nobody.
 */
public interface FlaggedCustomers {

	/**
	 * Called once for each customer and month, in the transaction that keeps the reasons:
	 * what it does in the database or the engine is there with them, or neither is.
	 */
	void flagged(FlaggedCustomer one);

}
