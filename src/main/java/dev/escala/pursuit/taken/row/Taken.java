package dev.escala.pursuit.taken.row;

import java.util.Map;

import dev.escala.pipeline.Party;
import dev.escala.reference.CaseNumber;

/**
 * A row that was taken before.
 *
 * @param identity which one
 * @param partyKind whether it is about a prospect or a customer
 * @param partyId its id
 * @param number the prospect or opportunity, or {@code null} where only the party was
 * there
 * @param stage code of the stage in which the import left it, or {@code null}
 * @param said digests of what it said, by field
 */
record Taken(Identity identity, Party.Kind partyKind, long partyId, CaseNumber number, String stage,
		Map<String, String> said) {

	Taken {
		said = Map.copyOf(said);
	}
}
