package dev.escala.escalation;

/** What use cases ask of the process that carries a case. */
public interface EscalationFlow {

	/** Starts the process of a registered case. */
	void start(String number);

	/** Starts the process of a case that was closed, where the work begins. */
	void reopen(String number);

	/** Ends the process because the customer or we withdrew the case. */
	void withdraw(String number);

	/** Ends the process because the case repeats another one. */
	void endAsDuplicate(String number);

}
