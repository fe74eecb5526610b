package dev.escala.contact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.escala.text.Shortening;

/** Whom a customer asks to speak to (003-13). */
public enum CustomerWish {

	MANAGER("Hablar con un gerente"), EXPERT("Hablar con un experto");

	/** To speak to somebody, or to want them, and not merely to name them. */
	private static final String WANT = "\\b(hablar(me)?|hableme|conversar|comunicar(me|nos)|comuniqueme|reunir(me|nos)|"
			+ "llam[ea](r|me|nos)?|pas[ae](r?me|r?nos|nme)? con|ponga(me|nme|nos) con|pong[ao] con|atiend[ae]|"
			+ "(quiero|queremos|exijo|exigimos|necesito|necesitamos|pido|pedimos|solicito|solicitamos) (a|al|ver|que|un|una|alguien)|"
			+ "eleve|escale|escalar|speak|talk|escalate|put me through|connect me|(want|need|ask for|see) (a|an|the|your|someone|somebody))\\b"
			+ ".{0,60}?\\b";

	private static final Pattern MANAGERS = Pattern.compile(WANT
			+ "(gerentes?|gerencia|encargad[oa]s?|supervis(or|ora|ion)|jef[ea]s?|director(a|es)?|(su|el|un|una) superior|superiores|"
			+ "duen[oa]|quien (manda|decide|mande|decida)|alguien (de|con) (mas )?(arriba|autoridad|rango|mando|poder)|"
			+ "(alguien|persona|otro|otra) que (pueda decidir|decida|mande)|manager|supervisor|boss|superior|management|"
			+ "(someone|somebody|person) (in charge|higher up|senior))\\b");

	private static final Pattern EXPERTS = Pattern.compile(WANT
			+ "(expert[oa]s?|especialistas?|tecnic[oa]s?|ingenier[oa]s?|experts?|specialists?|engineers?|technicians?|"
			+ "(alguien|persona) que (entienda|sepa))\\b");

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
