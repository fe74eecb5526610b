package dev.escala.pursuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.pipeline.Party;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.pursuit.persistence.StagePassed;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds prospects and opportunities, and what became of them. */
@Service
@Transactional(readOnly = true)
public class Pursuits {

	private final PursuitRepository repository;

	Pursuits(PursuitRepository repository) {
		this.repository = repository;
	}

	public Optional<Pursuit> find(CaseNumber number) {
		return this.repository.find(number);
	}

	/** The pursuit; refuses an unknown number. */
	public Pursuit get(CaseNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	/** The pursuit, kept from others until the transaction ends. */
	@Transactional
	public Pursuit lock(CaseNumber number) {
		return this.repository.lock(number).orElseThrow(() -> unknown(number));
	}

	/** All of a party, the newest first, at most twenty. */
	public List<Pursuit> of(Party.Kind kind, long id) {
		return this.repository.of(kind, id);
	}

	/** All of a customer, open ones first, then the newest; at most fifty. */
	public List<Pursuit> ofCustomer(CustomerId customerId) {
		return this.repository.of(customerId);
	}

	/** The opportunity that a prospect became. */
	public Optional<Pursuit> became(CaseNumber number) {
		return this.repository.cameFrom(number);
	}

	/**
	 * Its steps from stage to stage, those of the prospect that it was included: one
	 * history from the first contact to the contract.
	 */
	public List<StagePassed> history(CaseNumber number) {
		List<StagePassed> history = new ArrayList<>();
		for (Pursuit one = get(number); one != null; one = (one.cameFrom() == null) ? null : get(one.cameFrom())) {
			history.addAll(0, this.repository.passed(one.number()));
		}
		return List.copyOf(history);
	}

	private static NotFoundException unknown(CaseNumber number) {
		return new NotFoundException("No hay ningún prospecto ni oportunidad con el número " + number + ".");
	}

}
