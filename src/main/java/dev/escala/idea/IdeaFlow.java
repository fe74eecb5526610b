package dev.escala.idea;

import dev.escala.reference.CaseNumber;

/** What ideas ask of the engine. */
public interface IdeaFlow {

	/** Starts the process of an idea, in the caller's transaction. */
	void start(CaseNumber number);

}
