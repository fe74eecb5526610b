package dev.escala.complaint.course;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.Complaints;
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

	private final ComplaintProgress progress;

	private final Matters matters;

	private final ComplaintFlow flow;

	ReopenComplaint(Complaints complaints, ComplaintProgress progress, Matters matters, ComplaintFlow flow) {
		this.complaints = complaints;
		this.progress = progress;
		this.matters = matters;
		this.flow = flow;
	}

	/** Whether it ended so that it can go on: with an answer. */
	public boolean isPossible(Complaint complaint) {
		return !complaint.isOpen() && complaint.outcome().isDecided();
	}

	/**
	 * It goes on where it is investigated.
	 * @throws ConflictException where it ended without an answer, or has not ended
	 */
	public void reopen(CaseNumber number, UserId by, String reason) {
		if (!isPossible(this.complaints.lock(number))) {
			throw new ConflictException("No se puede reabrir " + number + ": solo se reabre la que se respondió.");
		}
		this.progress.again(number, by, reason);
		this.matters.goesOn(number, by, reason);
		this.flow.reopen(number);
	}

}
