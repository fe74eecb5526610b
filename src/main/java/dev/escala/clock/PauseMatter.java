package dev.escala.clock;

import java.util.Optional;

import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a case wait for somebody else: the clocks that may stand still until it is
 * resumed, and after a while the owner is asked whether it still has to wait.
 */
@Service
@Transactional
public class PauseMatter {

	private static final int LONGEST_NOTE = 1000;

	private final Matters matters;

	private final MatterClocks clocks;

	private final ClockAdjustments adjustments;

	private final PauseRepository pauses;

	private final Timeline timeline;

	PauseMatter(Matters matters, MatterClocks clocks, ClockAdjustments adjustments, PauseRepository pauses,
			Timeline timeline) {
		this.matters = matters;
		this.clocks = clocks;
		this.adjustments = adjustments;
		this.pauses = pauses;
		this.timeline = timeline;
	}

	/**
	 * Pauses the case from now on.
	 * @param reason the name of a {@link Pause.Reason}
	 * @param note what exactly is awaited
	 * @throws ConflictException where it is paused already
	 */
	public void pause(CaseNumber number, UserId user, String reason, String note) {
		Fields fields = new Fields();
		Pause.Reason known = fields.oneOf("reason", "el motivo de la pausa", reason, Pause.Reason.class, null);
		String what = fields.required("note", "qué se espera exactamente", note, LONGEST_NOTE);
		if (known == Pause.Reason.RESOLVED) {
			fields.refuse("reason", "Un caso no se pone en pausa por resuelto: declare la resolución.");
		}
		fields.done();
		this.matters.lockFor(number, MatterAction.PAUSE);
		begin(number, user, known, what);
	}

	/**
	 * The customer was sent a question: the case waits for the answer, unless it waits
	 * already or is past waiting.
	 * @param question as the customer reads it
	 */
	public void asked(CaseNumber number, UserId user, String question) {
		if (this.matters.get(number).allows(MatterAction.PAUSE) && this.adjustments.open(number).isEmpty()) {
			begin(number, user, Pause.Reason.CUSTOMER, question);
			this.pauses.asked(number);
		}
	}

	private void begin(CaseNumber number, UserId user, Pause.Reason reason, String what) {
		this.clocks.adjust(number, (adjustments, subject) -> adjustments.pause(subject, reason, what, user));
		this.clocks.start(number, ServiceClock.PAUSE_REVIEW);
		this.timeline.add(number, user, "Puso el caso en pausa. " + reason.label() + ": " + what);
	}

	/**
	 * Ends the pause.
	 * @throws ConflictException where the case is not paused
	 */
	public void resume(CaseNumber number, UserId user) {
		this.matters.lockFor(number, MatterAction.PAUSE);
		if (!ended(number, user)) {
			throw new ConflictException(number + " no está en pausa.");
		}
		this.timeline.add(number, user, "Reanudó el caso.");
	}

	/** The pause that lasts, if the case is paused. */
	@Transactional(readOnly = true)
	public Optional<Pause> current(CaseNumber number) {
		return this.adjustments.open(number);
	}

	/**
	 * What the customer was asked and has not answered: nobody is told that we wait for
	 * something that we never asked for.
	 */
	@Transactional(readOnly = true)
	public Optional<String> question(CaseNumber number) {
		return this.pauses.question(number);
	}

	/** The customer answered: a case that waited for that goes on. */
	public void customerAnswered(CaseNumber number) {
		Optional<Pause> open = this.adjustments.open(number).filter((pause) -> pause.reason() == Pause.Reason.CUSTOMER);
		if (open.isPresent() && ended(number, UserId.SYSTEM)) {
			this.timeline.add(number, UserId.SYSTEM, "El cliente respondió: se reanudó el caso.");
		}
	}

	/**
	 * The owner reviewed the pause: the case still has to wait, or goes on.
	 * @param note why it still waits, or {@code null} where it does not
	 */
	public void review(CaseNumber number, UserId user, boolean goesOn, String note) {
		this.matters.lockFor(number, MatterAction.PAUSE);
		if (goesOn) {
			if (ended(number, user)) {
				this.timeline.add(number, user, "Revisó la pausa y reanudó el caso.");
			}
			return;
		}
		if (note == null || note.isBlank()) {
			throw new InvalidInputException("pauseNote", "Explique por qué el caso debe seguir esperando.");
		}
		this.clocks.restart(number, ServiceClock.PAUSE_REVIEW);
		this.timeline.add(number, user, "Revisó la pausa; el caso sigue esperando: " + note.strip());
	}

	private boolean ended(CaseNumber number, UserId user) {
		if (this.adjustments.open(number).isEmpty()) {
			return false;
		}
		this.clocks.adjust(number, (adjustments, subject) -> adjustments.resume(subject, user));
		return true;
	}

}
