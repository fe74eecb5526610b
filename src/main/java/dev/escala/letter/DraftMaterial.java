package dev.escala.letter;

import dev.escala.matter.KindPart;
import java.util.List;

/** What a kind of matter gives to the drafts of its letters; one bean for each kind. */
public interface DraftMaterial extends KindPart {

	/** What the customer wants, as they said it. */
	List<String> issues(String number);

	/** The steps of the plan as it stands, or none. */
	List<String> steps(String number);

}
