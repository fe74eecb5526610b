package dev.escala.pursuit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Severity;
import dev.escala.pipeline.Party;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

/**
 * A prospect or an opportunity as it stands now.
 *
 * @param number for example {@code PRO-2026-000001}
 * @param kind which of both
 * @param partyKind whether it is about a prospect or a customer of the register
 * @param partyId its id there
 * @param partyName its name, as the register had it
 * @param customerId the customer, or {@code null} while it is none
 * @param subject what it is about, in a line
 * @param capture by which channel it came
 * @param strategy with whom it begins
 * @param standing in which stage it is
 * @param groupId the group that works it
 * @param ownerId who answers for it, or {@code null}
 * @param plan what is agreed for it
 * @param cameFrom the prospect that became this opportunity, or {@code null}
 * @param deal what was offered and for how much
 * @param registeredBy who registered it
 * @param beganAt when
 * @param endedAt when it was over, or {@code null}
 */
public record Pursuit(CaseNumber number, PursuitKind kind, Party.Kind partyKind, long partyId, String partyName,
		CustomerId customerId, String subject, Capture capture, Strategy strategy, Standing standing, String groupId,
		UserId ownerId, Plan plan, CaseNumber cameFrom, Deal deal, UserId registeredBy, Instant beganAt,
		Instant endedAt) {

	/** Whether anything can still happen with it. */
	public boolean isOpen() {
		return this.endedAt == null;
	}

	/**
	 * Refuses what cannot be done after its end.
	 * @param what the Spanish infinitive
	 * @throws ConflictException naming the action and where it stands
	 */
	public void requireOpen(String what) {
		if (!isOpen()) {
			throw new ConflictException("No se puede " + what + ": " + this.number + " " + said() + ".");
		}
	}

	/** It as the rooms see it that work on any matter. */
	public Matter asMatter() {
		return new Matter(this.number, this.kind.matterKind(), this.subject, this.partyName, this.customerId,
				Severity.LOW, this.groupId, this.ownerId, this.beganAt, isOpen(), said(), possible());
	}

	/** An offer goes to whoever asked for one. */
	private Set<MatterAction> possible() {
		if (!isOpen()) {
			return Set.of();
		}
		return (this.kind == PursuitKind.OPPORTUNITY) ? Set.of(MatterAction.REASSIGN, MatterAction.QUOTE)
				: Set.of(MatterAction.REASSIGN);
	}

	/** Where it stands, in Spanish: the end of "no se puede…: X …". */
	private String said() {
		return (isOpen() ? "está en «" : "ya terminó («") + this.standing.name() + (isOpen() ? "»" : "»)");
	}

	/**
	 * What is agreed.
	 *
	 * @param nextDue by when the next contact is due, or {@code null}
	 * @param resumeAt when it goes on by itself, or {@code null}
	 * @param resumeStage the stage in which it goes on, or {@code null}
	 * @param deferrals how often it was put off
	 */
	public record Plan(Instant nextDue, Instant resumeAt, String resumeStage, int deferrals) {

		/** Nothing is agreed. */
		public static final Plan NONE = new Plan(null, null, null, 0);

	}

	/**
	 * What was offered.
	 *
	 * @param quote reference of the quote that was sent last, or {@code null}
	 * @param amount for how much it was sold, with two decimals, or {@code null}
	 * @param currency of the amount, ISO 4217, or {@code null}
	 */
	public record Deal(String quote, BigDecimal amount, String currency) {

		/** Nothing was. */
		public static final Deal NONE = new Deal(null, null, null);

	}

}
