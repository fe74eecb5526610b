package dev.escala.card;

import java.util.List;

import dev.escala.reference.CaseNumber;

/** What waits for somebody in a case. */
public interface OpenTasks {

	/** For whoever may see the case, the next due first. */
	List<OpenTask> of(CaseNumber number);

}
