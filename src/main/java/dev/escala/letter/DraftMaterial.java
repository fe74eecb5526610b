package dev.escala.letter;

import java.util.List;

import dev.escala.matter.KindPart;
import dev.escala.reference.CaseNumber;

/** What a kind of matter gives to the drafts of its letters; one bean for each kind. */
public interface DraftMaterial extends KindPart {

	/** What the customer wants, as they said it. */
	List<String> issues(CaseNumber number);

	/** The steps of the plan as it stands, or none. */
	List<String> steps(CaseNumber number);

}
