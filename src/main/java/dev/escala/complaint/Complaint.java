package dev.escala.complaint;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

import dev.escala.complaint.regime.ComplaintFacts;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

/**
 * A complaint as it stands now.
 *
 * @param number for example {@code QUE-2026-000001}
 * @param phase how far it has got
 * @param outcome how it ended, or {@code null}
 * @param statement what was said, and how it came
 * @param customerId who complains
 * @param zone in which zone its dates are counted: that of the customer's place
 * @param receivedBy who took it
 * @param receivedAt when it was written down here
 * @param severity how bad it is
 * @param groupId the group that works it, or {@code null} before one is found
 * @param ownerId who answers for it, or {@code null}
 * @param traits what was found out about it
 * @param joinedTo the complaint that goes on for it, or {@code null}
 * @param decision how it was decided, or {@code null}
 * @param decidedAt when it was decided, or {@code null}
 * @param answeredAt when the answer went out, or {@code null}
 */
public record Complaint(CaseNumber number, ComplaintPhase phase, ComplaintOutcome outcome, Statement statement,
		CustomerId customerId, ZoneId zone, UserId receivedBy, Instant receivedAt, Severity severity, String groupId,
		UserId ownerId, Traits traits, CaseNumber joinedTo, ComplaintOutcome decision, Instant decidedAt,
		Instant answeredAt) {

	/** The name of this kind of matter. */
	public static final String KIND = "complaint";

	/** What the numbers of complaints begin with. */
	public static final String PREFIX = "QUE-";

	/** Whether anything can still happen with it. */
	public boolean isOpen() {
		return this.phase != ComplaintPhase.ENDED;
	}

	/** What the norms ask about it. */
	public ComplaintFacts facts(ComplaintLaw law) {
		return this.statement.facts(law);
	}

	/** It as the rooms see it that work on any matter. */
	public Matter asMatter() {
		Set<MatterAction> possible = isOpen() ? EnumSet.allOf(MatterAction.class) : EnumSet.noneOf(MatterAction.class);
		// Neither we nor a pause stop a term that a law sets.
		possible.remove(MatterAction.PAUSE);
		return new Matter(this.number, KIND, this.statement.subject(), this.statement.customer(), this.customerId,
				this.severity, this.groupId, this.ownerId, this.statement.presentedAt(), isOpen(), standing(),
				possible);
	}

	/**
	 * Refuses what cannot be done in its phase.
	 * @param what the Spanish infinitive
	 * @throws ConflictException naming the action and where the complaint stands
	 */
	public void require(String what, ComplaintPhase... allowed) {
		if (!Set.of(allowed).contains(this.phase)) {
			throw new ConflictException("No se puede " + what + ": " + this.number + " " + standing() + ".");
		}
	}

	/** Where it stands, in Spanish: the end of "no se puede…: X …". */
	private String standing() {
		return isOpen() ? "está en «" + this.phase.label() + "»" : "ya terminó («" + this.outcome.label() + "»)";
	}

	/**
	 * What was found out about a complaint.
	 *
	 * @param reason code of a row of {@code complaintReasons} (004-38), or {@code null}
	 * @param publicExposure whether it is told in public (004-49)
	 * @param vulnerable whether the customer says to be a vulnerable consumer
	 * @param senior whether the customer says to be 65 or older
	 * @param brokenPromise whether we broke our word (004-46)
	 * @param fault whose fault it was, or {@code null} while nobody knows
	 * @param finding what was found out, or {@code null}
	 */
	public record Traits(String reason, boolean publicExposure, boolean vulnerable, boolean senior,
			boolean brokenPromise, String fault, String finding) {

		/** Nothing is known yet. */
		public static final Traits NONE = new Traits(null, false, false, false, false, null, null);

	}

}
