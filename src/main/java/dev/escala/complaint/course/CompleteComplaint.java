package dev.escala.complaint.course;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.CureRequest;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.persistence.CureRepository;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.contact.CustomerContacted;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer is asked for what a complaint cannot be worked without, and gives it, or not
 * (Ley 10/2025, arts. 13.3 and 13.4). What it means for the terms stands in their rows.
 */
@Service
@Transactional
public class CompleteComplaint {

	private static final int LONGEST = 4000;

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final CureRepository cures;

	private final ComplaintTerms terms;

	private final ComplaintFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	CompleteComplaint(Complaints complaints, ComplaintRepository repository, CureRepository cures, ComplaintTerms terms,
			ComplaintFlow flow, Timeline timeline, Clock clock) {
		this.complaints = complaints;
		this.repository = repository;
		this.cures = cures;
		this.terms = terms;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Asks for it; the terms stop or begin anew as their rows say.
	 * @param missing what is missing, as the customer will read it
	 * @param field the field of the form that holds it
	 */
	public CureRequest ask(CaseNumber number, UserId by, String field, String missing) {
		Complaint complaint = this.complaints.lockIn(number, "pedir que se complete", ComplaintPhase.CLASSIFY,
				ComplaintPhase.COMPLETE);
		Fields fields = new Fields();
		String checked = fields.required(field, "lo que falta", missing, LONGEST);
		fields.done();
		if (open(number).isPresent()) {
			throw new ConflictException("Ya se le pidió algo al cliente y aún no ha llegado.");
		}
		LocalDate until = this.terms.cureUntil(complaint);
		this.cures.add(number, checked, until, by, this.clock.instant());
		this.repository.move(number, ComplaintPhase.COMPLETE);
		this.timeline.add(number, by, "Pidió al cliente lo que falta: " + checked);
		recount(number);
		return open(number).orElseThrow();
	}

	/** What the customer was asked for and has not given yet. */
	@Transactional(readOnly = true)
	public Optional<CureRequest> open(CaseNumber number) {
		return this.complaints.cures(number).stream().filter(CureRequest::isOpen).findFirst();
	}

	/**
	 * It came, by whichever way.
	 * @param by who says so: the customer themselves, or somebody of the staff
	 * @param given what the customer gave
	 * @throws ConflictException where nothing is open
	 */
	public void complete(CaseNumber number, UserId by, String given) {
		received(number, by, given);
		this.flow.completed(number);
	}

	/**
	 * The customer turned to us, whichever way, while something was missing: a person
	 * looks whether that is it. Until its request has left, nothing waits for it in the
	 * process; that is found out there.
	 */
	@EventListener
	void contacted(CustomerContacted contact) {
		Optional<Complaint> complaint = this.complaints.find(contact.number())
			.filter((one) -> contact.customerId() == null || contact.customerId().equals(one.customerId()));
		if (complaint.isEmpty()) {
			return;
		}
		this.complaints.lock(contact.number());
		if (open(contact.number()).isPresent()) {
			received(contact.number(), contact.by(), Shortening.withEllipsis(contact.said(), LONGEST));
			this.flow.completed(contact.number());
		}
	}

	/** The same, seen by who looked after it. */
	public void received(CaseNumber number, UserId by, String given) {
		this.complaints.lock(number);
		Fields fields = new Fields();
		String checked = fields.required("completion", "lo que completa", given, LONGEST);
		fields.done();
		if (!this.cures.complete(number, checked, this.clock.instant())) {
			throw new ConflictException("Ya no falta nada: no hay nada que completar.");
		}
		this.timeline.add(number, by, "El cliente completó la reclamación: " + checked);
		recount(number);
	}

	/** Its work begins again. */
	public void goesOn(CaseNumber number) {
		this.complaints.lock(number);
		this.repository.move(number, ComplaintPhase.CLASSIFY);
	}

	private void recount(CaseNumber number) {
		this.terms.count(number);
		this.flow.syncTimers(number);
	}

}
