package dev.escala.escalation.course;

import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationFlow;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reopens a closed case: the problem came back. The work begins again with the plan; the
 * customer's clock of the resolution counts on, without the time for which the case was
 * resolved.
 */
@Service
@Transactional
public class ReopenCase {

	private static final int LONGEST_REASON = 1000;

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final Reopenings reopenings;

	private final ClassifyCase classification;

	private final MatterClocks clocks;

	private final EscalationFlow flow;

	private final Timeline timeline;

	private final Matters matters;

	ReopenCase(Escalations escalations, EscalationRepository repository, Reopenings reopenings,
			ClassifyCase classification, MatterClocks clocks, EscalationFlow flow, Timeline timeline, Matters matters) {
		this.escalations = escalations;
		this.repository = repository;
		this.reopenings = reopenings;
		this.classification = classification;
		this.clocks = clocks;
		this.flow = flow;
		this.timeline = timeline;
		this.matters = matters;
	}

	/** Whether the case ended so that it can be reopened. */
	@Transactional(readOnly = true)
	public boolean isPossible(Escalation escalation) {
		return CaseAction.REOPEN.isAllowedIn(escalation.phase()) && isClosed(escalation) && wasWorkedHere(escalation);
	}

	private static boolean isClosed(Escalation escalation) {
		return escalation.outcome() != null && escalation.outcome().isClosed();
	}

	private boolean wasWorkedHere(Escalation escalation) {
		// Not its owner: a case may have lost them and been closed all the same.
		return escalation.acknowledgedAt() != null && this.escalations.latestPlan(escalation.number()).isPresent();
	}

	/**
	 * Reopens the case.
	 * @throws ConflictException where it did not end closed
	 */
	public void reopen(CaseNumber number, UserId user, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué se reabre", reason, LONGEST_REASON);
		fields.done();
		Escalation ended = this.escalations.lock(number);
		// Of two who reopen it at once the second has waited and is told who was first.
		if (ended.isOpen()) {
			this.reopenings.last(number).ifPresent((first) -> {
				throw new ConflictException("No se puede reabrir: " + number + " ya está abierto, " + first + ".");
			});
		}
		CaseAction.REOPEN.requireAllowed(ended);
		if (!isClosed(ended)) {
			throw new ConflictException("Solo se reabre un caso cerrado; " + number + " terminó como «"
					+ ended.outcome().label() + "». Reporte un escalamiento nuevo.");
		}
		if (!wasWorkedHere(ended)) {
			throw new ConflictException(
					number + " se cerró sin trabajarse aquí. Reporte un escalamiento nuevo y enlace este.");
		}
		this.repository.reopen(number, CaseAction.REOPEN.from(ended));
		this.matters.goesOn(number, user, why);
		this.reopenings.write(number, user, why);
		this.clocks.adjust(number, (adjustments, subject) -> adjustments.reopen(subject, user));
		// While it was closed nobody told the case that its customer's tier had changed.
		this.classification.assess(number);
		this.flow.reopen(number);
		this.clocks.restart(number, ServiceClock.ACTIVITY);
		this.timeline.add(number, user, "Se reabrió el caso: " + why);
	}

}
