package dev.escala.rootcause;

import dev.escala.matter.Matter;

/** Starts the analysis of a case that is closed already. */
public interface AnalysisProcess {

	/**
	 * Starts the process for the case, in the caller's transaction.
	 * @param matter the closed one
	 */
	void start(Matter matter);

}
