package dev.escala.secondmatter;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

/** Something of a customer's that broke and is repaired. */
record Breakdown(CaseNumber number, String subject, CustomerId customerId, Severity severity, UserId ownerId,
		Phase phase, boolean rcaWanted, Instant beganAt) {

	static final String KIND = "breakdown";

	static final String PREFIX = "AVE-";

	Matter asMatter() {
		Set<MatterAction> possible = (this.phase == Phase.CLOSED) ? Set.of() : EnumSet.allOf(MatterAction.class);
		return new Matter(this.number, KIND, this.subject, null, this.customerId, this.severity,
				Role.TECHNOLOGY.groupId(), this.ownerId, this.beganAt, this.phase != Phase.CLOSED,
				(this.phase == Phase.CLOSED) ? "está cerrada" : "está en reparación", possible);
	}

	/** Where it stands. */
	enum Phase {

		REPAIR, REPAIRED, CLOSED

	}

}
