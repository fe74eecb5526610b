package dev.escala.escalation;

import dev.escala.servicelevel.ServiceClock;

/** What use cases ask of the running process of a case. */
public interface EscalationFlow {

	/** Starts the process of a registered case. */
	void start(String number);

	/** Ends the process because the customer or we withdrew the case. */
	void withdraw(String number);

	/** Ends the process because the case repeats another one. */
	void endAsDuplicate(String number);

	/** Moves the armed timers of the case to the stored dates of its open clocks. */
	void moveTimers(String number);

	/** Tells the process who owns the case now. */
	void nameOwner(String number, String owner);

	/** Takes the timers of a clock that was met. */
	void cancelTimers(String number, ServiceClock clock);

}
