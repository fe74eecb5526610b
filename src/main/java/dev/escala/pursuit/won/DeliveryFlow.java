package dev.escala.pursuit.won;

import dev.escala.reference.CaseNumber;

/** What delivering asks of running processes. */
public interface DeliveryFlow {

	/** Somebody gets the task to deliver what was sold. */
	void start(CaseNumber number);

}
