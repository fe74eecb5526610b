package dev.escala.rootcause.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.rootcause.CorrectiveAction;
import dev.escala.rootcause.InternalAnalysis;
import dev.escala.rootcause.RcaStatus;
import dev.escala.rootcause.RootCauseAnalysis;
import dev.escala.rootcause.RootCauseAnalysis.CustomerVersion;
import dev.escala.rootcause.RootCauseAnalysis.Request;
import dev.escala.rootcause.RootCauseAnalysis.Review;
import dev.escala.rootcause.RootCauseAnalysis.Sharing;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;
import dev.escala.rootcause.RootCauseAnalysisRepository;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Analyses in the tables {@code rca}, {@code rca_cause} and {@code rca_action}. */
@Repository
class JdbcRootCauseAnalysisRepository implements RootCauseAnalysisRepository {

	private static final String SELECT = "SELECT * FROM rca WHERE case_number = ?";

	private final JdbcClient jdbc;

	JdbcRootCauseAnalysisRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<RootCauseAnalysis> find(String caseNumber) {
		return read(SELECT, caseNumber);
	}

	@Override
	public Optional<RootCauseAnalysis> lock(String caseNumber) {
		return read(SELECT + " FOR UPDATE", caseNumber);
	}

	@Override
	public boolean add(RootCauseAnalysis analysis) {
		return this.jdbc
			.sql("INSERT INTO rca (case_number, status, requested_by, requested_at, request_reason) "
					+ "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
			.params(analysis.caseNumber(), analysis.status().name(), analysis.request().by(),
					Timestamp.from(analysis.request().at()), analysis.request().reason())
			.update() == 1;
	}

	@Override
	public void save(RootCauseAnalysis analysis) {
		InternalAnalysis internal = analysis.internal();
		CustomerVersion version = analysis.customerVersion();
		Review review = analysis.review();
		Sharing sharing = analysis.sharing();
		this.jdbc.sql("""
				UPDATE rca SET status = :status, author = :author, written_at = :writtenAt, summary = :summary,
				  lessons = :lessons, customer_text = :customerText, customer_language = :language,
				  shortened = :shortened, worded_by = :wordedBy, reviewer = :reviewer, reviewed_at = :reviewedAt,
				  verdict = :verdict, review_note = :reviewNote, released_by = :releasedBy, released_at = :releasedAt,
				  share_note = :shareNote, shared_at = :sharedAt
				WHERE case_number = :caseNumber""")
			.param("caseNumber", analysis.caseNumber())
			.param("status", analysis.status().name())
			.param("author", internal.author())
			.param("writtenAt", timestamp(internal.writtenAt()))
			.param("summary", internal.summary())
			.param("lessons", internal.lessons())
			.param("customerText", (version == null) ? null : version.text())
			.param("language", (version == null) ? null : version.language())
			.param("shortened", (version == null) ? null : version.shortened())
			.param("wordedBy", (version == null) ? null : version.wordedBy())
			.param("reviewer", (review == null) ? null : review.reviewer())
			.param("reviewedAt", (review == null) ? null : timestamp(review.at()))
			.param("verdict", (review == null) ? null : review.verdict().name())
			.param("reviewNote", (review == null) ? null : review.note())
			.param("releasedBy", (sharing == null) ? null : sharing.by())
			.param("releasedAt", (sharing == null) ? null : timestamp(sharing.releasedAt()))
			.param("shareNote", (sharing == null) ? null : sharing.note())
			.param("sharedAt", (sharing == null) ? null : timestamp(sharing.sharedAt()))
			.update();
		saveParts(analysis.caseNumber(), internal);
	}

	private void saveParts(String caseNumber, InternalAnalysis internal) {
		this.jdbc.sql("DELETE FROM rca_cause WHERE case_number = ?").param(caseNumber).update();
		this.jdbc.sql("DELETE FROM rca_action WHERE case_number = ?").param(caseNumber).update();
		for (int i = 0; i < internal.causes().size(); i++) {
			this.jdbc.sql("INSERT INTO rca_cause (case_number, position, text) VALUES (?, ?, ?)")
				.params(caseNumber, i, internal.causes().get(i))
				.update();
		}
		for (int i = 0; i < internal.actions().size(); i++) {
			CorrectiveAction action = internal.actions().get(i);
			this.jdbc
				.sql("INSERT INTO rca_action (case_number, position, text, owner, due_on, done) "
						+ "VALUES (?, ?, ?, ?, ?, ?)")
				.params(caseNumber, i, action.text(), action.owner(), action.dueOn(), action.done())
				.update();
		}
	}

	private Optional<RootCauseAnalysis> read(String sql, String caseNumber) {
		return this.jdbc.sql(sql).param(caseNumber).query((row, n) -> analysis(row)).optional();
	}

	private RootCauseAnalysis analysis(ResultSet row) throws SQLException {
		String caseNumber = row.getString("case_number");
		Request request = new Request(row.getString("requested_by"), instant(row, "requested_at"),
				row.getString("request_reason"));
		InternalAnalysis internal = (row.getString("author") == null) ? null
				: new InternalAnalysis(row.getString("author"), instant(row, "written_at"), row.getString("summary"),
						causes(caseNumber), actions(caseNumber), row.getString("lessons"));
		CustomerVersion version = (row.getString("customer_text") == null) ? null
				: new CustomerVersion(row.getString("customer_text"), row.getString("customer_language"),
						row.getBoolean("shortened"), row.getString("worded_by"));
		Review review = (row.getString("reviewer") == null) ? null : new Review(row.getString("reviewer"),
				instant(row, "reviewed_at"), Verdict.valueOf(row.getString("verdict")), row.getString("review_note"));
		Sharing sharing = (row.getString("released_by") == null) ? null : new Sharing(row.getString("released_by"),
				instant(row, "released_at"), row.getString("share_note"), instant(row, "shared_at"));
		return new RootCauseAnalysis(caseNumber, RcaStatus.valueOf(row.getString("status")), request, internal, version,
				review, sharing);
	}

	private List<String> causes(String caseNumber) {
		return this.jdbc.sql("SELECT text FROM rca_cause WHERE case_number = ? ORDER BY position")
			.param(caseNumber)
			.query(String.class)
			.list();
	}

	private List<CorrectiveAction> actions(String caseNumber) {
		return this.jdbc.sql("SELECT text, owner, due_on, done FROM rca_action WHERE case_number = ? ORDER BY position")
			.param(caseNumber)
			.query((row, n) -> new CorrectiveAction(row.getString("text"), row.getString("owner"),
					row.getDate("due_on").toLocalDate(), row.getBoolean("done")))
			.list();
	}

	private static Timestamp timestamp(Instant instant) {
		return (instant == null) ? null : Timestamp.from(instant);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp value = row.getTimestamp(column);
		return (value == null) ? null : value.toInstant();
	}

}
