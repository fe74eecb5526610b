package dev.escala.observation;

import dev.escala.reference.CaseNumber;

/**
 * Something the customer said that nobody has read yet: while there is any, silence is
 * not taken for a yes. Other modules know it.
 */
public interface ObservationHold {

	/** Whether something of the customer of that matter waits for a person to decide. */
	boolean holds(CaseNumber number);

}
