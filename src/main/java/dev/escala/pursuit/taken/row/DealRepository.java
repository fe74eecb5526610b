package dev.escala.pursuit.taken.row;

import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.pipeline.Party;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deals by what they are called. */
@Repository
class DealRepository {

	private final JdbcClient jdbc;

	DealRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The deal of a party that is called so, the open one before those that ended; of a
	 * customer also from when it was a prospect.
	 */
	Optional<CaseNumber> same(Party party, String subject) {
		return this.jdbc.sql("""
				SELECT number FROM pursuit
				WHERE (party_kind = ? AND party_id = ? OR customer_id = ?) AND kind = 'OPPORTUNITY'
				  AND lower(subject) = lower(?)
				ORDER BY ended_at IS NULL DESC, began_at DESC LIMIT 1""")
			.params(party.kind().name(), party.id(), (party.kind() == Party.Kind.CUSTOMER) ? party.id() : -1, subject)
			.query(Row.as((row) -> row.caseNumber("number")))
			.optional();
	}

}
