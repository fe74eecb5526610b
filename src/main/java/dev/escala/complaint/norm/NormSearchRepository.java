package dev.escala.complaint.norm;

import java.time.Instant;

import dev.escala.database.Columns;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers for which complaints supervision was asked. */
@Repository
class NormSearchRepository {

	private final JdbcClient jdbc;

	NormSearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Remembers it.
	 * @return whether nobody, on no node, had done so
	 */
	boolean addIfNew(CaseNumber number, Instant now) {
		return Columns.set("case_number", number)
			.and("asked_at", now)
			.insertInto("norm_search", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

}
