package dev.escala.corrective;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

/**
 * A corrective action that is followed until it is done and its effect was looked at.
 * Days are of the business zone.
 *
 * @param id our id
 * @param caseNumber the matter whose analysis it comes from
 * @param text what is done
 * @param owner who answers for it now; of older ones the name that somebody typed
 * @param turn how often it was given to somebody, from 1
 * @param state how far it got
 * @param schedule when somebody is reminded, chased or asked to look
 * @param doneOn the day on which it was done, or {@code null}
 * @param said what was done, or why it cannot be done or was dropped, or {@code null}
 * @param look what somebody saw of its effect, or {@code null}
 * @param chased how often its owner was chased after its day
 */
public record CorrectiveAction(long id, CaseNumber caseNumber, String text, UserId owner, int turn, ActionState state,
		Schedule schedule, LocalDate doneOn, String said, Look look, int chased) {

	/**
	 * Refuses what only makes sense in another state.
	 * @throws ConflictException naming the state
	 */
	void requireState(ActionState wanted) {
		if (this.state != wanted) {
			throw new ConflictException("La acción «" + this.text + "» de " + this.caseNumber + " está «"
					+ this.state.label() + "»: alguien la cambió entretanto.");
		}
	}

	CorrectiveAction chasedAgain() {
		return new CorrectiveAction(this.id, this.caseNumber, this.text, this.owner, this.turn, this.state,
				this.schedule, this.doneOn, this.said, this.look, this.chased + 1);
	}

	/** Whether its day passed before it was done. */
	public boolean isLate(LocalDate today) {
		return switch (this.state) {
			case OPEN, UNDECIDED -> today.isAfter(this.schedule.dueOn());
			case DONE, EFFECTIVE, REPLACED -> this.doneOn != null && this.doneOn.isAfter(this.schedule.dueOn());
			case DROPPED -> false;
		};
	}

	/**
	 * The dates that timers and tasks of an action read.
	 *
	 * @param dueOn the day by which it is done
	 * @param dueAt the end of that day in the organisation's calendar
	 * @param remindAt when its owner is reminded before that
	 * @param chaseEvery how often its owner is chased afterwards, an ISO 8601 period of
	 * days
	 * @param lookAt when its effect can be seen, or {@code null} before it is done
	 * @param answerBy by when the coordinators answer what is theirs, or {@code null}
	 */
	public record Schedule(LocalDate dueOn, Instant dueAt, Instant remindAt, String chaseEvery, Instant lookAt,
			Instant answerBy) {
	}

	/**
	 * What somebody saw.
	 *
	 * @param by user id of who looked
	 * @param at when
	 * @param note what they saw
	 */
	public record Look(UserId by, Instant at, String note) {
	}

}
