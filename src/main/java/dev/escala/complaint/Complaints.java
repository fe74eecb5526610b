package dev.escala.complaint;

import java.util.List;
import java.util.Optional;

import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.persistence.CureRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds complaints and what belongs to them. */
@Service
@Transactional
public class Complaints {

	private final ComplaintRepository complaints;

	private final CureRepository cures;

	Complaints(ComplaintRepository complaints, CureRepository cures) {
		this.complaints = complaints;
		this.cures = cures;
	}

	@Transactional(readOnly = true)
	public Optional<Complaint> find(CaseNumber number) {
		return this.complaints.find(number);
	}

	/** The complaint; refuses an unknown number. */
	@Transactional(readOnly = true)
	public Complaint get(CaseNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	/** The complaint, kept from others until the transaction ends. */
	public Complaint lock(CaseNumber number) {
		return this.complaints.lock(number).orElseThrow(() -> unknown(number));
	}

	/**
	 * The same, in one of these phases.
	 * @param what the Spanish infinitive, for the refusal
	 * @throws ConflictException where it is in another one
	 */
	public Complaint lockIn(CaseNumber number, String what, ComplaintPhase... allowed) {
		Complaint complaint = lock(number);
		complaint.require(what, allowed);
		return complaint;
	}

	/** What the customer was asked to complete, in order. */
	@Transactional(readOnly = true)
	public List<CureRequest> cures(CaseNumber number) {
		return this.cures.list(number);
	}

	/** What the customer said of the answer (004-54), if anything. */
	@Transactional(readOnly = true)
	public Optional<Judgement> judgement(CaseNumber number) {
		return this.complaints.judgement(number);
	}

	/** A customer's complaints, the newest first, at most twenty. */
	@Transactional(readOnly = true)
	public List<Complaint> of(CustomerId customerId) {
		return this.complaints.latestOf(customerId);
	}

	/** Other complaints of the same customer, the newest first: they are never reset. */
	@Transactional(readOnly = true)
	public List<Complaint> others(Complaint complaint) {
		return of(complaint.customerId()).stream().filter((one) -> !one.number().equals(complaint.number())).toList();
	}

	private static NotFoundException unknown(CaseNumber number) {
		return new NotFoundException("No hay ninguna reclamación con el número " + number + ".");
	}

}
