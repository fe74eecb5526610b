package dev.escala.contact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.escala.text.Shortening;

/** Whom a customer asks to speak to (003-13). */
public enum CustomerWish {

	MANAGER("Hablar con un gerente"), EXPERT("Hablar con un experto");

	/** To speak to somebody, and not merely to name them. */
	private static final String SPEAK = "(hablar|habl[ae]r?me|conversar|comunicarme|reunirme|llam[ea]r?|speak|talk|escalate)"
			+ "\\b.{0,60}?\\b";

	private static final Pattern MANAGERS = Pattern.compile(SPEAK
			+ "(gerente|gerencia|encargad[oa]|supervisora?|jefe|jefa|director[a]?|responsable superior|manager|supervisor|boss)\\b");

	private static final Pattern EXPERTS = Pattern
		.compile(SPEAK + "(expert[oa]|especialista|tecnic[oa]|ingenier[oa]|expert|specialist|engineer|technician)\\b");

	private static final int LONGEST = 10_000;

	private final String label;

	CustomerWish(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/**
	 * The wish that a text seems to say. A person decides: nobody is called because of a
	 * word.
	 */
	public static Optional<CustomerWish> heardIn(String text) {
		String part = Shortening.beginning(text, LONGEST);
		String plain = Normalizer.normalize(part, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("\\s+", " ");
		if (MANAGERS.matcher(plain).find()) {
			return Optional.of(MANAGER);
		}
		return EXPERTS.matcher(plain).find() ? Optional.of(EXPERT) : Optional.empty();
	}

}
