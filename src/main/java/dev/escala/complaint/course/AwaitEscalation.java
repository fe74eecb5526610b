package dev.escala.complaint.course;

import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.ComplaintGoesOn;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A complaint waits for an escalation that somebody started from it. Its terms run on
 * meanwhile: no norm knows of our ranks.
 */
@Service
@Transactional
public class AwaitEscalation {

	private static final int LONGEST = 1000;

	private final Complaints complaints;

	private final ComplaintFlow flow;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	AwaitEscalation(Complaints complaints, ComplaintFlow flow, Timeline timeline, ApplicationEventPublisher events) {
		this.complaints = complaints;
		this.flow = flow;
		this.timeline = timeline;
		this.events = events;
	}

	/**
	 * Keeps the complaint from others until the transaction ends, where it may be
	 * escalated.
	 * @throws dev.escala.validation.ConflictException where nobody investigates it
	 */
	public void require(CaseNumber number) {
		this.complaints.lockIn(number, "escalar", ComplaintPhase.INVESTIGATE);
	}

	/**
	 * It waits from now on.
	 * @return whether its model has a place for that; an older one goes on meanwhile
	 */
	public boolean begin(CaseNumber number, UserId by, CaseNumber escalation) {
		require(number);
		boolean waits = this.flow.escalated(number);
		this.timeline.add(number, by,
				waits ? "La reclamación espera a " + escalation + ". Los plazos de la ley siguen corriendo."
						: escalation + " está en marcha; la reclamación sigue mientras tanto.");
		return waits;
	}

	/**
	 * What it waited for has come.
	 * @param told what, in Spanish
	 */
	public void over(CaseNumber number, UserId by, String told) {
		this.complaints.lock(number);
		this.timeline.add(number, by, told);
		this.flow.escalationOver(number);
	}

	/**
	 * It waits no longer, whatever becomes of the escalation.
	 * @param reason why
	 */
	public void goOn(CaseNumber number, UserId by, String reason) {
		this.complaints.lockIn(number, "seguir", ComplaintPhase.INVESTIGATE);
		Fields fields = new Fields();
		String checked = fields.required("goOnReason", "por qué se sigue sin esperar", reason, LONGEST);
		fields.done();
		this.timeline.add(number, by, "Sigue sin esperar al escalamiento: " + checked);
		this.events.publishEvent(new ComplaintGoesOn(number, by, checked));
	}

}
