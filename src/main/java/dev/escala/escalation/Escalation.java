package dev.escala.escalation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

/**
 * One customer escalation as it stands now.
 *
 * @param number readable unique number, {@code ESC-2026-000123}; the business key
 * @param phase where it is, or {@link Phase#ENDED}
 * @param outcome how it ended, or {@code null} while it runs
 * @param report what was reported
 * @param customerId the customer, or {@code null} while nobody knows which
 * @param severity how bad it is
 * @param type functional, hierarchical or automatic (001-05)
 * @param level 1 agents and specialists, 2 managers, 3 directors
 * @param groupId the group that works it, or {@code null} before routing
 * @param hierarchyGroupId the group to which it went up last, or {@code null}
 * @param ownerId the person who owns it (001-10), or {@code null} before somebody takes
 * it
 * @param reportedBy user id of the reporter, or {@code sistema}
 * @param reportedAt when the customer's clocks began
 * @param acknowledgedAt when somebody took it over, or {@code null}
 * @param resolvedAt when the customer confirmed, or {@code null}
 * @param endedAt when it ended, or {@code null}
 * @param satisfaction the customer's score from 1 to 5, or {@code null} (001-35)
 * @param rcaRequested whether somebody asked for a root-cause analysis (001-29)
 * @param duplicateOf the case that this one repeats, or {@code null}
 * @param externalRef the record of another system that it came from, or {@code null}
 */
public record Escalation(CaseNumber number, Phase phase, Outcome outcome, Report report, CustomerId customerId,
		Severity severity, EscalationType type, int level, String groupId, String hierarchyGroupId, UserId ownerId,
		UserId reportedBy, Instant reportedAt, Instant acknowledgedAt, Instant resolvedAt, Instant endedAt,
		Integer satisfaction, boolean rcaRequested, CaseNumber duplicateOf, String externalRef) {

	/** What this kind of matter is called. */
	public static final String KIND = "escalation";

	/** What the numbers of escalations begin with. */
	public static final String PREFIX = "ESC-";

	public boolean isOpen() {
		return this.phase != Phase.ENDED;
	}

	/** The same, as the rooms see it that work on matters. */
	public Matter asMatter() {
		Set<MatterAction> possible = EnumSet.noneOf(MatterAction.class);
		Stream.of(CaseAction.values())
			.filter((action) -> action.isAllowedIn(this.phase))
			.flatMap((action) -> action.ofMatters().stream())
			.forEach(possible::add);
		return new Matter(this.number, KIND, this.report.subject(), this.report.customer(), this.customerId,
				this.severity, this.groupId, this.ownerId, this.reportedAt, isOpen(), standing(), possible);
	}

	/** Where it stands, in Spanish: the end of "no se puede…: X …". */
	String standing() {
		return isOpen() ? "está en la fase «" + this.phase.label() + "»"
				: "ya terminó («" + this.outcome.label() + "»)";
	}

}
