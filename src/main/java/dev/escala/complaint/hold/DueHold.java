package dev.escala.complaint.hold;

import java.util.Optional;

import dev.escala.routing.Decision;

/**
 * What a row of the table {@code complaintHolds} wants.
 *
 * @param kind what must not be done
 * @param until how long
 * @param norm what says so
 * @param because why
 */
record DueHold(HoldKind kind, HoldUntil until, String norm, String because) {

	private static final String NONE = "NONE";

	/** Nothing where the row says that nothing stops. */
	static Optional<DueHold> of(Decision.Match row) {
		String kind = (String) row.outputs().get("hold");
		String until = (String) row.outputs().get("until");
		return (kind.equals(NONE) || until.equals(NONE)) ? Optional.empty()
				: Optional.of(new DueHold(HoldKind.valueOf(kind), HoldUntil.valueOf(until),
						(String) row.outputs().get("norm"), row.reason()));
	}

}
