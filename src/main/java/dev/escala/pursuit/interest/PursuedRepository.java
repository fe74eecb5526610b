package dev.escala.pursuit.interest;

import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is pursued already, by the mail address that is known of them. */
@Repository
class PursuedRepository {

	private final JdbcClient jdbc;

	PursuedRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest open pursuit in which somebody with that address is spoken to. */
	Optional<CaseNumber> openOf(String email) {
		return this.jdbc.sql("""
				SELECT pursuit.number
				FROM pursuit JOIN pursuit_profile ON pursuit_profile.number = coalesce(came_from, pursuit.number)
				WHERE ended_at IS NULL AND lower(person_email) = lower(?)
				ORDER BY began_at DESC, pursuit.number DESC LIMIT 1""")
			.param(email)
			.query(Row.as((row) -> row.caseNumber("number")))
			.optional();
	}

}
