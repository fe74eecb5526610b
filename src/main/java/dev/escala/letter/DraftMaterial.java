package dev.escala.letter;

import java.util.List;

/** What a kind of matter gives to the drafts of its letters; one bean for each kind. */
public interface DraftMaterial {

	/** What the numbers of its matters begin with. */
	String prefix();

	/** What the customer wants, as they said it. */
	List<String> issues(String number);

	/** The steps of the plan as it stands, or none. */
	List<String> steps(String number);

}
