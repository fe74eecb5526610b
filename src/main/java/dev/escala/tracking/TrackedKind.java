package dev.escala.tracking;

import dev.escala.matter.KindPart;
import java.util.Locale;

/** What the customer's page asks of a kind of matter; one bean for each kind. */
public interface TrackedKind extends KindPart {

	/** How a matter stands, in the customer's language. */
	Standing standing(String number, Locale language);

	/**
	 * The matter's own customer said how it went.
	 * @param score from 1 to 5
	 */
	void rated(String number, int score);

}
