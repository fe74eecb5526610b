package dev.escala.promise;

import java.util.List;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.Matters;
import dev.escala.promise.persistence.PromiseRepository;
import dev.escala.promise.persistence.ProposalRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds promises and what was proposed for them. */
@Service
@Transactional
public class Promises {

	private final PromiseRepository promises;

	private final ProposalRepository proposals;

	private final Matters matters;

	private final Customers customers;

	private final Timeline timeline;

	Promises(PromiseRepository promises, ProposalRepository proposals, Matters matters, Customers customers,
			Timeline timeline) {
		this.promises = promises;
		this.proposals = proposals;
		this.matters = matters;
		this.customers = customers;
		this.timeline = timeline;
	}

	/** The promise; refuses an unknown one. */
	@Transactional(readOnly = true)
	public Promise get(long id) {
		return this.promises.find(id).orElseThrow(() -> new NotFoundException("No hay ningún compromiso " + id + "."));
	}

	/** All promises of the case, oldest first. */
	@Transactional(readOnly = true)
	public List<Promise> promises(CaseNumber caseNumber) {
		return this.promises.promises(caseNumber);
	}

	/** Every date that was put to the customer, oldest first (003-18). */
	@Transactional(readOnly = true)
	public List<Proposal> proposals(long id) {
		return this.proposals.proposals(id);
	}

	/** The proposal that the customer has not answered yet. */
	@Transactional(readOnly = true)
	public Optional<Proposal> unanswered(long id) {
		return this.proposals.unanswered(id);
	}

	/** The latest proposal, answered or not. */
	@Transactional(readOnly = true)
	public Optional<Proposal> latest(long id) {
		return this.proposals.proposals(id).stream().reduce((first, last) -> last);
	}

	/**
	 * The promise, kept from others until the transaction ends. The case comes first, as
	 * in everything else that changes it: two of them cannot wait for each other.
	 */
	Promise lock(long id) {
		this.matters.lock(get(id).caseNumber());
		return this.promises.lock(id).orElseThrow();
	}

	/** The customer of a promise of a case. */
	public Customer customer(Promise promise) {
		return this.customers.find(promise.customerId()).orElseThrow();
	}

	/** Writes down what happened to a promise. */
	void tell(Promise promise, UserId actor, String text) {
		this.timeline.add(promise.caseNumber(), actor, "Compromiso con " + customer(promise).name() + ": " + text);
	}

}
