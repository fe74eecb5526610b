package dev.escala.pursuit.interest;

import java.util.regex.Pattern;

/** Why something is taken for spam (002-09). */
public enum Suspicion {

	HONEYPOT("Rellenó el campo que nadie ve"), LINKS("Lleva tres enlaces o más"),
	REPEATED("El mismo texto, más de tres veces en un día");

	/** From how many links on nobody asks for a call. */
	private static final int LINKS_OF_SPAM = 3;

	private static final Pattern LINK = Pattern.compile("https?://|www\\.|\\[url|<a ", Pattern.CASE_INSENSITIVE);

	private final String label;

	Suspicion(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	static boolean hasManyLinks(String text) {
		// An address that is written with both is one link.
		return LINK.matcher(text.replaceAll("(?i)https?://www\\.", "http://")).results().count() >= LINKS_OF_SPAM;
	}

}
