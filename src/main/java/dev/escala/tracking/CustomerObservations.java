package dev.escala.tracking;

import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

/**
 * What the customer's page asks of observations after the end of a matter; another module
 * knows them.
 */
public interface CustomerObservations {

	/** The observation that lasts. */
	Optional<TrackedObservation> find(CaseNumber number, CustomerId customerId);

	/**
	 * The customer agrees that it is over.
	 * @throws dev.escala.validation.ConflictException where they are not asked any more
	 */
	void agree(CaseNumber number);

}
