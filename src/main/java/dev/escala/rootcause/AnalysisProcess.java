package dev.escala.rootcause;

import dev.escala.escalation.Escalation;

/** Starts the analysis of a case that is closed already. */
public interface AnalysisProcess {

	/**
	 * Starts the process for the case, in the caller's transaction.
	 * @param escalation the closed case
	 * @param customerName the customer's name, for the tasks
	 */
	void start(Escalation escalation, String customerName);

}
