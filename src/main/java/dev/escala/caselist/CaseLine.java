package dev.escala.caselist;

import java.time.Instant;

import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A line of the list. Instants are absolute.
 *
 * @param kind what it is
 * @param open whether anything can still happen with it
 * @param standing where it stands, in Spanish
 * @param customerCode the customer's code, or {@code null} while nobody knows which it is
 * @param customer the customer's or prospect's name, what was typed, or {@code null}
 * @param severity how bad it is, or {@code null} where that is not measured
 * @param groupId the group that has it, or {@code null}
 * @param ownerId who answers for it, or {@code null}
 * @param reportedAt when it began
 * @param endedAt when it ended, or {@code null}
 * @param due its deadlines
 * @param toldAt when the customer last heard from us, as far as that is counted
 */
public record CaseLine(CaseNumber number, CaseKind kind, boolean open, String standing, String subject,
		String customerCode, String customer, Severity severity, String groupId, UserId ownerId, UserId reportedBy,
		Instant reportedAt, Instant endedAt, Due due, Instant toldAt) {

	/**
	 * The deadlines of a line; what stands still is neither late nor next.
	 *
	 * @param lateSince since when the first missed one is over, or {@code null}
	 * @param lateClock which one that is, in Spanish
	 * @param next when the next one is over, or {@code null}
	 * @param nextClock which one that is, in Spanish
	 * @param silent whether the customer should have heard from us by now
	 * @param pausedAt since when the clocks stand still, or {@code null}
	 */
	public record Due(Instant lateSince, String lateClock, Instant next, String nextClock, boolean silent,
			Instant pausedAt) {
	}

}
