package dev.escala.rootcause.persistence;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
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
			.params(Stored.values(analysis.caseNumber(), analysis.status().name(), analysis.request().by(),
					analysis.request().at(), analysis.request().reason()))
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
			.param("writtenAt", Stored.value(internal.writtenAt()))
			.param("summary", internal.summary())
			.param("lessons", internal.lessons())
			.param("customerText", (version == null) ? null : version.text())
			.param("language", (version == null) ? null : version.language())
			.param("shortened", (version == null) ? null : version.shortened())
			.param("wordedBy", (version == null) ? null : version.wordedBy())
			.param("reviewer", (review == null) ? null : review.reviewer())
			.param("reviewedAt", Stored.value((review == null) ? null : review.at()))
			.param("verdict", (review == null) ? null : review.verdict().name())
			.param("reviewNote", (review == null) ? null : review.note())
			.param("releasedBy", (sharing == null) ? null : sharing.by())
			.param("releasedAt", Stored.value((sharing == null) ? null : sharing.releasedAt()))
			.param("shareNote", (sharing == null) ? null : sharing.note())
			.param("sharedAt", Stored.value((sharing == null) ? null : sharing.sharedAt()))
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
		return this.jdbc.sql(sql).param(caseNumber).query(Row.as(this::analysis)).optional();
	}

	private RootCauseAnalysis analysis(Row row) throws SQLException {
		String caseNumber = row.text("case_number");
		Request request = new Request(row.text("requested_by"), row.instant("requested_at"),
				row.text("request_reason"));
		InternalAnalysis internal = (row.text("author") == null) ? null
				: new InternalAnalysis(row.text("author"), row.instant("written_at"), row.text("summary"),
						causes(caseNumber), actions(caseNumber), row.text("lessons"));
		CustomerVersion version = (row.text("customer_text") == null) ? null : new CustomerVersion(
				row.text("customer_text"), row.text("customer_language"), row.flag("shortened"), row.text("worded_by"));
		Review review = (row.text("reviewer") == null) ? null : new Review(row.text("reviewer"),
				row.instant("reviewed_at"), row.constant("verdict", Verdict.class), row.text("review_note"));
		Sharing sharing = (row.text("released_by") == null) ? null : new Sharing(row.text("released_by"),
				row.instant("released_at"), row.text("share_note"), row.instant("shared_at"));
		return new RootCauseAnalysis(caseNumber, row.constant("status", RcaStatus.class), request, internal, version,
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
			.query(Row.as((row) -> new CorrectiveAction(row.text("text"), row.text("owner"), row.day("due_on"),
					row.flag("done"))))
			.list();
	}

}
