package dev.escala.matter;

import java.time.Instant;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

/**
 * One matter as it stands now.
 *
 * @param number readable unique number; the business key of its processes
 * @param kind the name of its {@link MatterKind}
 * @param subject what it is about, in a line
 * @param customerText the customer as somebody wrote it
 * @param customerId the customer, or {@code null} while nobody knows which
 * @param severity how bad it is
 * @param groupId the group that works it, or {@code null} before one is found
 * @param ownerId the person who answers for it, or {@code null}
 * @param beganAt when the customer's clocks began
 * @param open whether anything can still happen with it
 * @param standing where it stands, in Spanish: the end of "no se puede…: X …"
 * @param possible what may be done with it now
 */
public record Matter(CaseNumber number, String kind, String subject, String customerText, CustomerId customerId,
		Severity severity, String groupId, UserId ownerId, Instant beganAt, boolean open, String standing,
		Set<MatterAction> possible) {

	public Matter {
		possible = Set.copyOf(possible);
	}

	/**
	 * The same after its end, while it still may go on.
	 * @param standing where it stands
	 * @param more what may be done with it nevertheless
	 */
	public Matter observed(String standing, MatterAction more) {
		return new Matter(this.number, this.kind, this.subject, this.customerText, this.customerId, this.severity,
				this.groupId, this.ownerId, this.beganAt, this.open, standing, Set.of(more));
	}

	/** Whether that may be done with the matter now. */
	public boolean allows(MatterAction action) {
		return this.possible.contains(action);
	}

	/**
	 * Refuses what may not be done now.
	 * @throws ConflictException naming the action and where the matter stands
	 */
	public void requireAllowed(MatterAction action) {
		if (!allows(action)) {
			throw new ConflictException(
					"No se puede " + action.label() + ": " + this.number + " " + this.standing + ".");
		}
	}

}
