package dev.escala.escalation.course;

import java.util.List;

import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.EscalationFlow;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.matter.ClosingConditions;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a case: closed, or withdrawn. */
@Service
@Transactional
public class EndCase {

	private static final int LONGEST_REASON = 1000;

	private final Escalations escalations;

	private final CaseProgress progress;

	private final MatterClocks clocks;

	private final EscalationFlow flow;

	private final MatterNotes notes;

	private final OpenDetails open;

	private final ClosingConditions conditions;

	EndCase(Escalations escalations, CaseProgress progress, MatterClocks clocks, EscalationFlow flow, MatterNotes notes,
			OpenDetails open, ClosingConditions conditions) {
		this.escalations = escalations;
		this.progress = progress;
		this.clocks = clocks;
		this.flow = flow;
		this.notes = notes;
		this.open = open;
		this.conditions = conditions;
	}

	/**
	 * The owner says that everything is done: settles what is settled and writes down
	 * what was learned. Nothing is left for the owner to do.
	 * @throws ConflictException naming every matter that is still open
	 */
	public void check(CaseNumber number, UserId user, List<Long> settled, String summary, boolean rcaRequested) {
		this.escalations.lockFor(number, CaseAction.CHECK_CLOSING);
		settled.forEach((id) -> this.open.settle(number, user, id));
		this.conditions.require(number);
		this.notes.write(number, MatterNote.Kind.CLOSING, user, "closingSummary", summary);
		if (rcaRequested) {
			this.escalations.requestRca(number, user, "al comprobar el cierre");
		}
		this.clocks.meet(number, ServiceClock.ACTIVITY);
	}

	/** Something came up before the case was closed: the owner has to check again. */
	public void checkAgain(CaseNumber number) {
		this.clocks.start(number, ServiceClock.ACTIVITY);
	}

	/** Closes the case; refuses while something is open. */
	public void close(CaseNumber number, boolean withRca) {
		this.conditions.require(number);
		Outcome outcome = withRca ? Outcome.CLOSED : Outcome.CLOSED_WITHOUT_RCA;
		this.progress.end(number, CaseAction.CLOSE, outcome, UserId.SYSTEM, outcome.label() + ".");
	}

	/** Ends the case because nobody needs it any more. */
	public void withdraw(CaseNumber number, UserId user, String reason) {
		Fields fields = new Fields();
		String checked = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		this.progress.end(number, CaseAction.WITHDRAW, Outcome.WITHDRAWN, user,
				"Se retiró el escalamiento: " + checked);
		this.notes.write(number, MatterNote.Kind.ENDING, user, "reason", checked);
		this.flow.withdraw(number);
	}

}
