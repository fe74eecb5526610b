package dev.escala.complaint.course;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A complaint that was answered goes on, because the customer comes back with it. */
@Service
@Transactional
public class ReopenComplaint {

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final AnsweredComplaint answers;

	private final Matters matters;

	private final ComplaintFlow flow;

	ReopenComplaint(Complaints complaints, ComplaintRepository repository, AnsweredComplaint answers, Matters matters,
			ComplaintFlow flow) {
		this.complaints = complaints;
		this.repository = repository;
		this.answers = answers;
		this.matters = matters;
		this.flow = flow;
	}

	/** Whether it ended so that it can go on: with an answer, and its texts are there. */
	public boolean isPossible(Complaint complaint) {
		return !complaint.isOpen() && complaint.outcome().isDecided() && !this.repository.isEmptied(complaint.number());
	}

	/**
	 * It goes on where it is investigated.
	 * @throws ConflictException where it ended without an answer, is kept no longer, or
	 * has not ended
	 */
	public void reopen(CaseNumber number, UserId by, String reason) {
		if (!isPossible(this.complaints.lock(number))) {
			throw new ConflictException("No se puede reabrir " + number + ": solo se reabre la que se respondió y "
					+ "cuyos textos se conservan.");
		}
		this.matters.goesOn(number, by, reason);
		this.answers.again(number, by, reason);
		this.flow.reopen(number);
	}

}
