package dev.escala.complaint.course;

import java.time.Clock;
import java.time.Instant;

import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.complaint.ComplaintMoved;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answer leaves for the customer, which stops the terms and the wait for news; and it
 * counts no more where it solved nothing.
 */
@Service
@Transactional
public class AnsweredComplaint {

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final ComplaintTerms terms;

	private final MatterClocks clocks;

	private final ComplaintFlow flow;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AnsweredComplaint(Complaints complaints, ComplaintRepository repository, ComplaintTerms terms, MatterClocks clocks,
			ComplaintFlow flow, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
		this.complaints = complaints;
		this.repository = repository;
		this.terms = terms;
		this.clocks = clocks;
		this.flow = flow;
		this.timeline = timeline;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The answer left for the customer.
	 * @param proof how that is proved, in Spanish
	 */
	public void answered(CaseNumber number, UserId by, String proof) {
		this.complaints.lockIn(number, "responder", ComplaintPhase.ANSWER);
		Instant now = this.clock.instant();
		this.repository.answered(number, now, proof);
		this.repository.move(number, ComplaintPhase.CHECK);
		this.terms.met(number, now);
		this.clocks.meet(number, ServiceClock.UPDATE);
		this.timeline.add(number, by, "La respuesta salió hacia el cliente: " + proof + ".");
		this.events.publishEvent(new ComplaintMoved(number));
		this.flow.syncTimers(number);
	}

	/** It is not solved: what was answered counts no more, and its work begins again. */
	public void again(CaseNumber number, UserId by, String reason) {
		this.complaints.lock(number);
		this.repository.reopen(number);
		this.timeline.add(number, by, "Se investiga de nuevo: " + reason);
		this.clocks.start(number, ServiceClock.UPDATE);
		this.events.publishEvent(new ComplaintMoved(number));
	}

}
