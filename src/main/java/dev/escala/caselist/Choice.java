package dev.escala.caselist;

/** A value that people choose on the page, by a word of its address. */
public interface Choice {

	/** The constant's name, which the API uses. */
	String name();

	/** The word in the addresses of the page, in Spanish. */
	String word();

	/** Whether an address means it by that word; former ones count, too. */
	default boolean isCalled(String word) {
		return word().equals(word);
	}

	/** What people read. */
	String label();

}
