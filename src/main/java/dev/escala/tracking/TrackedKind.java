package dev.escala.tracking;

import java.util.Locale;

import dev.escala.matter.KindPart;
import dev.escala.reference.CaseNumber;

/** What the customer's page asks of a kind of matter; one bean for each kind. */
public interface TrackedKind extends KindPart {

	/** How a matter stands, in the customer's language. */
	Standing standing(CaseNumber number, Locale language);

	/** The matter's own customer said how it went. */
	void rated(CaseNumber number, Feedback given);

}
