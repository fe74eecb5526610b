package dev.escala.complaint.remedy;

import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions on what customers demand, in the table {@code complaint_demand}. */
@Repository
class DemandRepository {

	private final JdbcClient jdbc;

	DemandRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber number, FourQuestions answers, UserId by, Instant now) {
		Columns.set("matter_number", number)
			.and("worth_keeping", answers.worthKeeping())
			.and("effect", answers.effect())
			.and("small_cost", answers.smallCost())
			.and("overrules", answers.overrules())
			.and("yields", answers.yields())
			.and("reason", answers.reason())
			.and("told", answers.colleagueTold())
			.and("decided_by", by)
			.and("decided_at", now)
			.insertInto("complaint_demand", this.jdbc)
			.update();
	}

	/** All of a matter, oldest first. */
	List<FourQuestions> of(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_demand WHERE matter_number = ? ORDER BY id")
			.param(number.value())
			.query(Row
				.as((row) -> new FourQuestions(row.flag("worth_keeping"), row.text("effect"), row.flag("small_cost"),
						row.flag("overrules"), row.flag("yields"), row.text("reason"), row.text("told"))))
			.list();
	}

}
