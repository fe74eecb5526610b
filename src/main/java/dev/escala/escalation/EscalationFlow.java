package dev.escala.escalation;

import dev.escala.reference.CaseNumber;

/** What use cases ask of the process that carries a case. */
public interface EscalationFlow {

	/** Starts the process of a registered case. */
	void start(CaseNumber number);

	/** Starts the process of a case that was closed, where the work begins. */
	void reopen(CaseNumber number);

	/** Ends the process because the customer or we withdrew the case. */
	void withdraw(CaseNumber number);

	/** Ends the process because the case repeats another one. */
	void endAsDuplicate(CaseNumber number);

}
