package dev.escala.caselist;

/** A value that people choose on the page, by a word of its address. */
public interface Choice {

	/** The constant's name, which the API uses. */
	String name();

	/** The word in the addresses of the page, in Spanish. */
	String word();

	/** What people read. */
	String label();

}
