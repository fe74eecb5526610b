package dev.escala.promise.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.promise.Complexity;
import dev.escala.promise.Estimate;
import dev.escala.promise.Proposal;
import dev.escala.promise.Proposal.Answer;
import dev.escala.promise.Proposal.Margin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was proposed to customers, in the table {@code promise_proposal}. */
@Repository
public class ProposalRepository {

	private final JdbcClient jdbc;

	ProposalRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a proposal that is still to be sent. */
	public void add(Proposal proposal) {
		Estimate estimate = proposal.estimate();
		this.jdbc.sql("""
				INSERT INTO promise_proposal (promise_id, prepared_by, prepared_at, content, estimate_hours,
				  complexity, margin_percent, margin_reason, promised_at, remind_at, former_at, reason, alternative)
				VALUES (:promise, :by, :at, :content, :hours, :complexity, :percent, :why, :promisedAt, :remindAt,
				  :formerAt, :reason, :alternative)
				""")
			.param("promise", proposal.promiseId())
			.param("by", proposal.preparedBy())
			.param("at", timestamp(proposal.preparedAt()))
			.param("content", estimate.content())
			.param("hours", estimate.hours())
			.param("complexity", estimate.complexity().name())
			.param("percent", proposal.margin().percent())
			.param("why", proposal.margin().reason())
			.param("promisedAt", timestamp(proposal.promisedAt()))
			.param("remindAt", timestamp(proposal.remindAt()))
			.param("formerAt", timestamp(proposal.formerAt()))
			.param("reason", estimate.reason())
			.param("alternative", estimate.alternative())
			.update();
	}

	public void sent(long id, Instant when) {
		this.jdbc.sql("UPDATE promise_proposal SET sent_at = ? WHERE id = ?").params(timestamp(when), id).update();
	}

	/** Writes what came of a proposal. */
	public void answer(long id, Answer answer) {
		this.jdbc.sql("""
				UPDATE promise_proposal SET answer = ?, answered_at = ?, answered_by = ?, answer_text = ?, wished_at = ?
				WHERE id = ?""")
			.params(answer.kind().name(), timestamp(answer.at()), answer.by(), answer.text(),
					timestamp(answer.wishedAt()), id)
			.update();
	}

	/** All proposals of the promise, oldest first. */
	public List<Proposal> of(long promiseId) {
		return this.jdbc.sql("SELECT * FROM promise_proposal WHERE promise_id = ? ORDER BY id")
			.param(promiseId)
			.query((row, n) -> read(row))
			.list();
	}

	/** The proposal that was neither answered nor overtaken; there is at most one. */
	public Optional<Proposal> unanswered(long promiseId) {
		return of(promiseId).stream().filter((proposal) -> proposal.answer() == null).findFirst();
	}

	private static Proposal read(ResultSet row) throws SQLException {
		Estimate estimate = new Estimate(row.getString("content"), row.getInt("estimate_hours"),
				Complexity.valueOf(row.getString("complexity")), true, row.getString("alternative"),
				row.getString("reason"));
		Answer answer = (row.getString("answer") == null) ? null
				: new Answer(Answer.Kind.valueOf(row.getString("answer")),
						PromiseRepository.instant(row, "answered_at"), row.getString("answered_by"),
						row.getString("answer_text"), PromiseRepository.instant(row, "wished_at"));
		return new Proposal(row.getLong("id"), row.getLong("promise_id"), row.getString("prepared_by"),
				PromiseRepository.instant(row, "prepared_at"), estimate,
				new Margin(row.getInt("margin_percent"), row.getString("margin_reason")),
				PromiseRepository.instant(row, "promised_at"), PromiseRepository.instant(row, "remind_at"),
				PromiseRepository.instant(row, "former_at"), PromiseRepository.instant(row, "sent_at"), answer);
	}

	private static Timestamp timestamp(Instant instant) {
		return (instant == null) ? null : Timestamp.from(instant);
	}

}
