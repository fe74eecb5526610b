package dev.escala.promise.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.promise.Complexity;
import dev.escala.promise.Estimate;
import dev.escala.promise.Proposal;
import dev.escala.promise.Proposal.Answer;
import dev.escala.promise.Proposal.Margin;
import dev.escala.promise.Proposal.OtherDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was proposed to customers, in the table {@code promise_proposal}. */
@Repository
public class ProposalRepository {

	private static final String TABLE = "promise_proposal";

	private final JdbcClient jdbc;

	ProposalRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a proposal that is still to be sent. */
	public void add(Proposal proposal) {
		Estimate estimate = proposal.estimate();
		Columns.set("promise_id", proposal.promiseId())
			.and("prepared_by", proposal.preparedBy())
			.and("prepared_at", proposal.preparedAt())
			.and("content", estimate.content())
			.and("estimate_hours", estimate.hours())
			.and("complexity", estimate.complexity())
			.and("margin_percent", proposal.margin().percent())
			.and("margin_reason", proposal.margin().reason())
			.and("promised_at", proposal.promisedAt())
			.and("remind_at", proposal.remindAt())
			.and("former_at", proposal.formerAt())
			.and("reason", estimate.reason())
			.and("alternative", estimate.alternative())
			.and("alternative_hours", estimate.alternativeHours())
			.and("alternative_at", Optional.ofNullable(proposal.other()).map(OtherDate::promisedAt).orElse(null))
			.and("alternative_remind_at", Optional.ofNullable(proposal.other()).map(OtherDate::remindAt).orElse(null))
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	public void sent(long id, Instant when) {
		Columns.set("sent_at", when).update(TABLE, "id", id, this.jdbc);
	}

	/** Writes what came of a proposal. */
	public void answer(long id, Answer answer) {
		Columns.set("answer", answer.kind())
			.and("answered_at", answer.at())
			.and("answered_by", answer.by())
			.and("answer_text", answer.text())
			.and("wished_at", answer.wishedAt())
			.update(TABLE, "id", id, this.jdbc);
	}

	/** All proposals of the promise, oldest first. */
	public List<Proposal> proposals(long promiseId) {
		return this.jdbc.sql("SELECT * FROM promise_proposal WHERE promise_id = ? ORDER BY id")
			.param(promiseId)
			.query(Row.as(ProposalRepository::proposal))
			.list();
	}

	/** The proposal that was neither answered nor overtaken; there is at most one. */
	public Optional<Proposal> unanswered(long promiseId) {
		return proposals(promiseId).stream().filter((proposal) -> proposal.answer() == null).findFirst();
	}

	private static Proposal proposal(Row row) throws SQLException {
		Estimate estimate = new Estimate(row.text("content"), row.number("estimate_hours"),
				row.constant("complexity", Complexity.class), true, row.text("alternative"),
				row.numberOrNull("alternative_hours"), row.text("reason"));
		OtherDate other = (row.instant("alternative_at") == null) ? null
				: new OtherDate(row.instant("alternative_at"), row.instant("alternative_remind_at"));
		Answer answer = (row.text("answer") == null) ? null
				: new Answer(row.constant("answer", Answer.Kind.class), row.instant("answered_at"),
						row.userId("answered_by"), row.text("answer_text"), row.instant("wished_at"));
		return new Proposal(row.longNumber("id"), row.longNumber("promise_id"), row.userId("prepared_by"),
				row.instant("prepared_at"), estimate,
				new Margin(row.number("margin_percent"), row.text("margin_reason")), row.instant("promised_at"),
				row.instant("remind_at"), other, row.instant("former_at"), row.instant("sent_at"), answer);
	}

}
