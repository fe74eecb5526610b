package dev.escala.tracking;

import java.time.LocalDate;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

/** What the customer's page asks of promises; another module knows them. */
public interface CustomerPromises {

	/** The promise that the customer has or could agree to. */
	Optional<TrackedPromise> find(CaseNumber number, CustomerId customerId);

	/**
	 * The customer agrees to a proposed date (003-06).
	 * @param proposal the {@link TrackedPromise.Proposed#id()} that the page showed
	 * @param other whether they pick the other option (003-16)
	 * @throws dev.escala.validation.ConflictException where it is not open any more, is
	 * another customer's, or its date has passed
	 */
	void accept(CaseNumber number, CustomerId customerId, long proposal, boolean other);

	/**
	 * The customer does not agree.
	 * @param wished the day that would suit them, or {@code null}
	 * @param text in their words, up to 2000 characters, or {@code null}
	 * @throws dev.escala.validation.ConflictException where it is not open any more or is
	 * another customer's
	 */
	void decline(CaseNumber number, CustomerId customerId, long proposal, LocalDate wished, String text);

}
