package dev.escala.complaint.term;

import java.time.Instant;
import java.util.List;

import dev.escala.complaint.regime.DeadlineStory;
import dev.escala.complaint.regime.LegalDeadline;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Terms of complaints, in the table {@code complaint_term}. */
@Repository
class TermRepository {

	private final JdbcClient jdbc;

	TermRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes a term as it is counted now. What is over stays over; one that ends at
	 * another date is reminded of and missed anew.
	 * @param warnAt when to remind, or {@code null} while it does not run
	 */
	void save(CaseNumber number, int position, DeadlineStory story, Instant warnAt) {
		LegalDeadline deadline = story.deadline();
		Instant due = deadline.dueAt();
		this.jdbc
			.sql("UPDATE complaint_term SET warned_at = NULL, missed_at = NULL "
					+ "WHERE complaint_number = ? AND code = ? AND met_at IS NULL AND due_at IS DISTINCT FROM ?")
			.params(Stored.values(number, deadline.term().code(), due))
			.update();
		Columns.set("complaint_number", number)
			.and("code", deadline.term().code())
			.and("position", position)
			.and("binding", deadline.binding())
			.and("norm", deadline.term().norm())
			.and("told", story.when())
			.and("because", Stored.texts(story.because()))
			.and("started_at", (due == null) ? null : deadline.startedAt())
			.and("warn_at", warnAt)
			.and("due_at", due)
			.save("complaint_term", List.of("complaint_number", "code"), this.jdbc);
	}

	/** Those that the tables do not name any more count no more. */
	void keepOnly(CaseNumber number, List<String> codes) {
		this.jdbc.sql("DELETE FROM complaint_term WHERE complaint_number = ? AND NOT code = ANY(?) AND met_at IS NULL")
			.params(number.value(), codes.toArray(String[]::new))
			.update();
	}

	void warned(CaseNumber number, String code, Instant at) {
		mark(number, code, "warned_at", at);
	}

	void missed(CaseNumber number, String code, Instant at) {
		mark(number, code, "missed_at", at);
	}

	/** The answer went out: whatever still ran is over. */
	void met(CaseNumber number, Instant at) {
		this.jdbc
			.sql("UPDATE complaint_term SET met_at = ? WHERE complaint_number = ? AND met_at IS NULL "
					+ "AND due_at IS NOT NULL")
			.params(Stored.values(at, number))
			.update();
	}

	/** What that one wants was done; done once, it stays as it was. */
	void met(CaseNumber number, String code, Instant at) {
		this.jdbc
			.sql("UPDATE complaint_term SET met_at = ? WHERE complaint_number = ? AND code = ? AND met_at IS NULL "
					+ "AND due_at IS NOT NULL")
			.params(Stored.values(at, number, code))
			.update();
	}

	List<ComplaintTerm> list(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_term WHERE complaint_number = ? ORDER BY binding DESC, position")
			.param(number.value())
			.query(Row.as((row) -> new ComplaintTerm(row.text("code"), row.flag("binding"), row.text("norm"),
					row.text("told"), row.texts("because"), row.instant("warn_at"), row.instant("due_at"),
					row.instant("warned_at"), row.instant("missed_at"), row.instant("met_at"))))
			.list();
	}

	private void mark(CaseNumber number, String code, String column, Instant at) {
		this.jdbc.sql("UPDATE complaint_term SET " + column + " = ? WHERE complaint_number = ? AND code = ?")
			.params(Stored.values(at, number, code))
			.update();
	}

}
