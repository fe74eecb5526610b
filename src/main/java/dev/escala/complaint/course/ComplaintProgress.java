package dev.escala.complaint.course;

import java.time.Clock;
import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintMoved;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.Judgement;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.matter.ClosingConditions;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far a complaint gets: investigated, decided, answered, judged by the customer,
 * ended. It never ends because time ran out.
 */
@Service
@Transactional
public class ComplaintProgress {

	private static final int LONGEST = 4000;

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final ComplaintTerms terms;

	private final ComplaintFlow flow;

	private final Matters matters;

	private final ClosingConditions conditions;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ComplaintProgress(Complaints complaints, ComplaintRepository repository, ComplaintTerms terms, ComplaintFlow flow,
			Matters matters, ClosingConditions conditions, Timeline timeline, ApplicationEventPublisher events,
			Clock clock) {
		this.conditions = conditions;
		this.complaints = complaints;
		this.repository = repository;
		this.terms = terms;
		this.flow = flow;
		this.matters = matters;
		this.timeline = timeline;
		this.events = events;
		this.clock = clock;
	}

	/** All that is needed is there: it is investigated. */
	public void accepted(CaseNumber number) {
		this.complaints.lockIn(number, "investigar", ComplaintPhase.CLASSIFY);
		this.repository.move(number, ComplaintPhase.INVESTIGATE);
	}

	/** What the customer said of the answer, or empty while they have not. */
	@Transactional(readOnly = true)
	public Optional<Judgement> judgement(CaseNumber number) {
		return this.repository.judgement(number);
	}

	/** What was found out, and whose fault it was. */
	public void found(CaseNumber number, UserId by, Fault fault, String finding) {
		this.complaints.lockIn(number, "investigar", ComplaintPhase.INVESTIGATE);
		Fields fields = new Fields();
		String checked = fields.required("finding", "lo que averiguó", finding, LONGEST);
		fields.done();
		this.repository.found(number, fault.name(), checked);
		this.repository.move(number, ComplaintPhase.DECIDE);
		this.timeline.add(number, by, "Averiguó: " + checked);
	}

	/** It is decided, and the terms that begin with that are counted. */
	public void decided(CaseNumber number, UserId by, ComplaintOutcome outcome) {
		this.complaints.lockIn(number, "decidir", ComplaintPhase.DECIDE);
		this.repository.decided(number, outcome, this.clock.instant());
		this.repository.move(number, ComplaintPhase.ANSWER);
		this.timeline.add(number, by, "Decidió: " + outcome.label() + ".");
		this.terms.count(number);
	}

	/**
	 * The customer takes it back.
	 * @param reason what they said
	 */
	public void withdraw(CaseNumber number, UserId by, String reason) {
		Fields fields = new Fields();
		String checked = fields.required("reason", "el motivo", reason, 1000);
		fields.done();
		Complaint complaint = this.complaints.lock(number);
		if (!complaint.isOpen()) {
			throw new ConflictException("No se puede retirar: " + number + " ya terminó.");
		}
		end(number, by, ComplaintOutcome.WITHDRAWN, null, "La retiró el cliente: " + checked);
		this.flow.withdraw(number);
	}

	/**
	 * It repeats another complaint of the same customer, which goes on for both.
	 * @param other as somebody typed it
	 */
	public void join(CaseNumber number, UserId by, String other) {
		Complaint complaint = this.complaints.lockIn(number, "unir a otra", ComplaintPhase.CLASSIFY,
				ComplaintPhase.COMPLETE);
		Fields fields = new Fields();
		String typed = fields.requiredLine("joinTo", "el número de la otra reclamación", other, 40);
		fields.done();
		Complaint kept = this.complaints.find(new CaseNumber(typed))
			.filter((one) -> one.isOpen() && !one.number().equals(number)
					&& one.customerId().equals(complaint.customerId()))
			.orElseThrow(() -> new InvalidInputException("joinTo",
					"No hay otra reclamación abierta de este cliente con el número «" + typed + "»."));
		end(number, by, ComplaintOutcome.JOINED, kept.number(), "Sigue en " + kept.number() + ".");
		this.timeline.add(kept.number(), by,
				number + " es la misma queja del mismo cliente y sigue aquí. La primera " + "conserva sus plazos.");
	}

	/** It was not completed, and the customer had been told what follows of that. */
	public void notCompleted(CaseNumber number, UserId by, String note) {
		this.complaints.lockIn(number, "darla por no completada", ComplaintPhase.COMPLETE);
		Fields fields = new Fields();
		String checked = fields.required("completionNote", "cómo se comprobó", note, LONGEST);
		fields.done();
		end(number, by, ComplaintOutcome.NOT_COMPLETED, null, "No se completó: " + checked);
	}

	/**
	 * It is answered and checked with the customer.
	 * @throws ConflictException where no answer went out: it is answered late rather than
	 * never
	 */
	public void close(CaseNumber number, UserId by) {
		Complaint complaint = this.complaints.lockIn(number, "cerrar", ComplaintPhase.CHECK);
		if (complaint.answeredAt() == null) {
			throw new ConflictException(
					"No se puede cerrar " + number + " sin haber respondido, aunque el plazo haya vencido: responda.");
		}
		this.conditions.require(number);
		end(number, by, complaint.decision(), null, complaint.decision().label() + ".");
	}

	private void end(CaseNumber number, UserId by, ComplaintOutcome outcome, CaseNumber joinedTo, String why) {
		this.repository.end(number, outcome, this.clock.instant(), joinedTo);
		this.timeline.add(number, by, why);
		this.matters.end(number, why);
		this.events.publishEvent(new ComplaintMoved(number));
	}

}
