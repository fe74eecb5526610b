package dev.escala.rootcause.persistence;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.escala.corrective.PlannedAction;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;
import dev.escala.rootcause.CustomerAccount;
import dev.escala.rootcause.InternalAnalysis;
import dev.escala.rootcause.RcaStatus;
import dev.escala.rootcause.RootCauseAnalysis.CustomerVersion;
import dev.escala.rootcause.RootCauseAnalysis.Request;
import dev.escala.rootcause.RootCauseAnalysis.Review;
import dev.escala.rootcause.RootCauseAnalysis.Sharing;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;
import dev.escala.rootcause.RootCauseAnalysis;
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
	public Optional<RootCauseAnalysis> find(CaseNumber caseNumber) {
		return read(SELECT, caseNumber);
	}

	@Override
	public Optional<RootCauseAnalysis> lock(CaseNumber caseNumber) {
		return read(SELECT + " FOR UPDATE", caseNumber);
	}

	@Override
	public boolean add(RootCauseAnalysis analysis) {
		return Columns.set("case_number", analysis.caseNumber())
			.and("status", analysis.status())
			.and("requested_by", analysis.request().by())
			.and("requested_at", analysis.request().at())
			.and("request_reason", analysis.request().reason())
			.insertInto("rca", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	@Override
	public void save(RootCauseAnalysis analysis) {
		InternalAnalysis internal = analysis.internal();
		Optional<CustomerAccount> account = Optional.ofNullable(analysis.account());
		Optional<CustomerVersion> version = Optional.ofNullable(analysis.customerVersion());
		Optional<Review> review = Optional.ofNullable(analysis.review());
		Optional<Sharing> sharing = Optional.ofNullable(analysis.sharing());
		Columns.set("status", analysis.status())
			.and("author", internal.author())
			.and("written_at", internal.writtenAt())
			.and("summary", internal.summary())
			.and("lessons", internal.lessons())
			.and("customer_summary", account.map(CustomerAccount::summary).orElse(null))
			.and("customer_lessons", account.map(CustomerAccount::lessons).orElse(null))
			.and("customer_text", version.map(CustomerVersion::text).orElse(null))
			.and("customer_language", version.map(CustomerVersion::language).orElse(null))
			.and("worded_by", version.map(CustomerVersion::wordedBy).orElse(null))
			.and("reviewer", review.map(Review::reviewer).orElse(null))
			.and("reviewed_at", review.map(Review::at).orElse(null))
			.and("verdict", review.map(Review::verdict).orElse(null))
			.and("review_note", review.map(Review::note).orElse(null))
			.and("released_by", sharing.map(Sharing::by).orElse(null))
			.and("released_at", sharing.map(Sharing::releasedAt).orElse(null))
			.and("share_note", sharing.map(Sharing::note).orElse(null))
			.and("shared_at", sharing.map(Sharing::sharedAt).orElse(null))
			.update("rca", "case_number", analysis.caseNumber(), this.jdbc);
		saveParts(analysis.caseNumber(), internal, account);
	}

	private void saveParts(CaseNumber caseNumber, InternalAnalysis internal, Optional<CustomerAccount> account) {
		this.jdbc.sql("DELETE FROM rca_cause WHERE case_number = ?").param(caseNumber.value()).update();
		this.jdbc.sql("DELETE FROM rca_action WHERE case_number = ?").param(caseNumber.value()).update();
		saveCauses(caseNumber, false, internal.causes());
		saveActions(caseNumber, false, internal.actions());
		account.ifPresent((told) -> {
			saveCauses(caseNumber, true, told.causes());
			saveActions(caseNumber, true,
					told.actions()
						.stream()
						.map((action) -> new PlannedAction(action.text(), null, action.dueOn(), action.done()))
						.toList());
		});
	}

	private void saveCauses(CaseNumber caseNumber, boolean forCustomer, List<String> causes) {
		for (int i = 0; i < causes.size(); i++) {
			Columns.set("case_number", caseNumber)
				.and("for_customer", forCustomer)
				.and("position", i)
				.and("text", causes.get(i))
				.insertInto("rca_cause", this.jdbc)
				.update();
		}
	}

	private void saveActions(CaseNumber caseNumber, boolean forCustomer, List<PlannedAction> actions) {
		for (int i = 0; i < actions.size(); i++) {
			PlannedAction action = actions.get(i);
			Columns.set("case_number", caseNumber)
				.and("for_customer", forCustomer)
				.and("position", i)
				.and("text", action.text())
				.and("owner", action.owner())
				.and("due_on", action.dueOn())
				.and("done", action.done())
				.insertInto("rca_action", this.jdbc)
				.update();
		}
	}

	private Optional<RootCauseAnalysis> read(String sql, CaseNumber caseNumber) {
		return this.jdbc.sql(sql).param(caseNumber.value()).query(Row.as(this::analysis)).optional();
	}

	private RootCauseAnalysis analysis(Row row) throws SQLException {
		CaseNumber caseNumber = row.caseNumber("case_number");
		Request request = new Request(row.userId("requested_by"), row.instant("requested_at"),
				row.text("request_reason"));
		InternalAnalysis internal = (row.text("author") == null) ? null
				: new InternalAnalysis(row.userId("author"), row.instant("written_at"), row.text("summary"),
						causes(caseNumber, false), actions(caseNumber, false), row.text("lessons"));
		CustomerAccount account = (row.text("customer_summary") == null) ? null
				: new CustomerAccount(row.text("customer_summary"), causes(caseNumber, true),
						actions(caseNumber, true).stream()
							.map((action) -> new CustomerAccount.Action(action.text(), action.dueOn(), action.done()))
							.toList(),
						row.text("customer_lessons"));
		CustomerVersion version = (row.text("customer_text") == null) ? null : new CustomerVersion(
				row.text("customer_text"), row.text("customer_language"), row.userId("worded_by"));
		Review review = (row.text("reviewer") == null) ? null : new Review(row.userId("reviewer"),
				row.instant("reviewed_at"), row.constant("verdict", Verdict.class), row.text("review_note"));
		Sharing sharing = (row.text("released_by") == null) ? null : new Sharing(row.userId("released_by"),
				row.instant("released_at"), row.text("share_note"), row.instant("shared_at"));
		return new RootCauseAnalysis(caseNumber, row.constant("status", RcaStatus.class), request, internal, account,
				version, review, sharing);
	}

	private List<String> causes(CaseNumber caseNumber, boolean forCustomer) {
		return this.jdbc.sql("SELECT text FROM rca_cause WHERE case_number = ? AND for_customer = ? ORDER BY position")
			.params(caseNumber.value(), forCustomer)
			.query(String.class)
			.list();
	}

	private List<PlannedAction> actions(CaseNumber caseNumber, boolean forCustomer) {
		return this.jdbc.sql("""
				SELECT text, owner, due_on, done FROM rca_action
				WHERE case_number = ? AND for_customer = ? ORDER BY position""")
			.params(caseNumber.value(), forCustomer)
			.query(Row.as((row) -> new PlannedAction(row.text("text"), row.userId("owner"), row.day("due_on"),
					row.flag("done"))))
			.list();
	}

}
