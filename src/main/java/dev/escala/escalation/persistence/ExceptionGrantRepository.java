package dev.escala.escalation.persistence;

import java.time.Clock;

import dev.escala.database.Columns;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What owners granted alone, in the table {@code exception_grant}. */
@Repository
public class ExceptionGrantRepository {

	private final JdbcClient jdbc;

	private final Clock clock;

	ExceptionGrantRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public void add(CaseNumber caseNumber, ExceptionRequest exception, UserId by) {
		Columns.set("case_number", caseNumber)
			.and("kind", exception.kind())
			.and("euros", exception.euros())
			.and("what", exception.what())
			.and("granted_by", by)
			.and("granted_at", this.clock.instant())
			.insertInto("exception_grant", this.jdbc)
			.update();
	}

	/** All the money that was granted alone in the case. */
	public int euros(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT coalesce(sum(euros), 0) FROM exception_grant WHERE case_number = ?")
			.param(caseNumber.value())
			.query(Integer.class)
			.single();
	}

}
