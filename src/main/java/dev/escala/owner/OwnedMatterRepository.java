package dev.escala.owner;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who owns what is open, as the lists show it. */
@Repository
class OwnedMatterRepository {

	private static final String OPEN = " FROM case_line WHERE open AND owner_id ";

	private final JdbcClient jdbc;

	OwnedMatterRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Everybody who owns something open. */
	Set<UserId> owners() {
		return Set.copyOf(this.jdbc.sql("SELECT DISTINCT owner_id" + OPEN + "IS NOT NULL")
			.query(Row.as((row) -> row.userId("owner_id")))
			.list());
	}

	/** What these people own, by number. */
	List<CaseNumber> of(Collection<UserId> people) {
		return this.jdbc.sql("SELECT number" + OPEN + "= ANY(?) ORDER BY number")
			.param(Stored.texts(people))
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

}
