package dev.escala.complaint.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.escala.complaint.AnswerChannel;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Judgement;
import dev.escala.complaint.Statement;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.customer.Product;
import dev.escala.database.Columns;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.transfer.HolderRepository;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Complaints in the table {@code complaint}. */
@Repository
public class ComplaintRepository {

	private static final String TABLE = "complaint";

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	private final HolderRepository holders;

	ComplaintRepository(JdbcClient jdbc, ReadableNumbers numbers, HolderRepository holders) {
		this.jdbc = jdbc;
		this.numbers = numbers;
		this.holders = holders;
	}

	/** The next free number. */
	public CaseNumber nextNumber(Instant at) {
		return new CaseNumber(this.numbers.next("QUE", "complaint_number", at));
	}

	/** The next free code for a customer whom nobody knew before. */
	public String nextComplainant() {
		return this.numbers.next("R", "complainant_number");
	}

	public void insert(Complaint complaint) {
		Statement said = complaint.statement();
		Columns.set("number", complaint.number())
			.and("phase", complaint.phase())
			.and("kind", said.kind())
			.and("door", said.door())
			.and("channel", said.channel())
			.and("language", said.language())
			.and("customer_id", complaint.customerId())
			.and("customer_text", said.customer())
			.and("subject", said.subject())
			.and("description", said.description())
			.and("wish", said.wish())
			.and("country", said.country())
			.and("region", said.region())
			.and("topic", said.topic())
			.and("consumer", said.consumer())
			.and("official_form", said.officialForm())
			.and("small_supply", said.smallSupply())
			.and("presented_at", said.presentedAt())
			.and("zone", complaint.zone().getId())
			.and("received_by", complaint.receivedBy())
			.and("received_at", complaint.receivedAt())
			.and("read_back", said.readBack())
			.and("recording", said.recording())
			.and("recording_consent", said.recordingConsent())
			.and("postal_address", said.postalAddress())
			.and("severity", complaint.severity())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	/** What the customer had contracted then, for the figures. */
	public void about(CaseNumber number, Product product) {
		change(number, Columns.set("product", product));
	}

	/** What the customer had contracted then, where that was one product. */
	public Optional<Product> product(CaseNumber number) {
		return this.jdbc.sql("SELECT product FROM complaint WHERE number = ? AND product IS NOT NULL")
			.param(number.value())
			.query(Row.as((row) -> row.constant("product", Product.class)))
			.optional();
	}

	public Optional<Complaint> find(CaseNumber number) {
		return read("number = ?", number.value()).stream().findFirst();
	}

	/** The complaint, kept from others until the transaction ends. */
	public Optional<Complaint> lock(CaseNumber number) {
		return read("number = ? FOR UPDATE", number.value()).stream().findFirst();
	}

	/** The numbers of a customer's open complaints, in order. */
	public List<CaseNumber> openOf(CustomerId customerId) {
		return read("customer_id = ? AND phase <> 'ENDED' ORDER BY number", customerId.value()).stream()
			.map(Complaint::number)
			.toList();
	}

	/** A customer's complaints, the newest first, at most twenty. */
	public List<Complaint> latestOf(CustomerId customerId) {
		return read("customer_id = ? ORDER BY presented_at DESC, number DESC LIMIT 20", customerId.value());
	}

	/** It arrived at another door before. */
	public void presented(CaseNumber number, Instant at) {
		change(number, Columns.set("presented_at", at));
	}

	/** Where the answer is posted to. */
	public void livesAt(CaseNumber number, String address) {
		change(number, Columns.set("postal_address", address));
	}

	/** It has got that far. */
	public void move(CaseNumber number, ComplaintPhase phase) {
		change(number, Columns.set("phase", phase));
	}

	/** What it is and what it is about. */
	public void classify(CaseNumber number, Statement said, Complaint.Traits traits) {
		change(number,
				Columns.set("kind", said.kind())
					.and("topic", said.topic())
					.and("reason", traits.reason())
					.and("public_exposure", traits.publicExposure())
					.and("vulnerable", traits.vulnerable())
					.and("senior", traits.senior())
					.and("broken_promise", traits.brokenPromise()));
	}

	/** How bad it is, and which group works it. */
	public void route(CaseNumber number, Severity severity, String groupId) {
		change(number, Columns.set("severity", severity).and("group_id", groupId));
		this.holders.changed(number);
	}

	public void assign(CaseNumber number, UserId ownerId) {
		change(number, Columns.set("owner_id", ownerId));
		this.holders.changed(number);
	}

	/** What was found out. */
	public void found(CaseNumber number, String fault, String finding) {
		change(number, Columns.set("fault", fault).and("finding", finding));
	}

	/** How it was decided. */
	public void decided(CaseNumber number, ComplaintOutcome decision, Instant at) {
		change(number, Columns.set("decision", decision).and("decided_at", at));
	}

	/** The answer went out, and how that is proved. */
	public void answered(CaseNumber number, Instant at, String proof) {
		change(number, Columns.set("answered_at", at).and("proof", proof));
	}

	/** How it is proved that the answer went out, or {@code null} before it did. */
	public String proof(CaseNumber number) {
		return this.jdbc.sql("SELECT proof FROM complaint WHERE number = ?")
			.param(number.value())
			.query(Row.as((row) -> Optional.ofNullable(row.text("proof"))))
			.single()
			.orElse(null);
	}

	/** What the customer said of the answer, or empty while they have not. */
	public Optional<Judgement> judgement(CaseNumber number) {
		return this.jdbc.sql("SELECT heard, solved, judgement FROM complaint WHERE number = ? AND solved IS NOT NULL")
			.param(number.value())
			.query(Row.as((row) -> new Judgement(row.flag("heard"), row.flag("solved"), row.text("judgement"))))
			.optional();
	}

	/** What the customer says of the answer (004-54). */
	public void judged(CaseNumber number, boolean heard, boolean solved, String judgement) {
		change(number, Columns.set("heard", heard).and("solved", solved).and("judgement", judgement));
	}

	/** Whether its texts and files are gone, so that nobody could work it any more. */
	public boolean isEmptied(CaseNumber number) {
		return this.jdbc.sql("SELECT count(*) FROM complaint WHERE number = ? AND emptied_at IS NOT NULL")
			.param(number.value())
			.query(Long.class)
			.single() > 0;
	}

	/** It goes on: what was decided and answered counts no more. */
	public void reopen(CaseNumber number) {
		change(number,
				Columns.set("phase", ComplaintPhase.INVESTIGATE)
					.and("outcome", null)
					.and("ended_at", null)
					.and("decision", null)
					.and("decided_at", null)
					.and("answered_at", null)
					.and("proof", null)
					.and("heard", null)
					.and("solved", null)
					.and("judgement", null));
	}

	public void end(CaseNumber number, ComplaintOutcome outcome, Instant at, CaseNumber joinedTo) {
		change(number,
				Columns.set("phase", ComplaintPhase.ENDED)
					.and("outcome", outcome)
					.and("ended_at", at)
					.and("joined_to", joinedTo));
	}

	private void change(CaseNumber number, Columns columns) {
		columns.update(TABLE, "number", number, this.jdbc);
	}

	private List<Complaint> read(String condition, Object parameter) {
		return this.jdbc.sql("SELECT * FROM complaint WHERE " + condition)
			.param(parameter)
			.query(Row.as(ComplaintRepository::complaint))
			.list();
	}

	private static Complaint complaint(Row row) throws SQLException {
		return new Complaint(row.caseNumber("number"), row.constant("phase", ComplaintPhase.class),
				row.constant("outcome", ComplaintOutcome.class), statement(row), row.customerId("customer_id"),
				ZoneId.of(row.text("zone")), row.userId("received_by"), row.instant("received_at"),
				row.constant("severity", Severity.class), row.text("group_id"), row.userId("owner_id"),
				new Complaint.Traits(row.text("reason"), row.flag("public_exposure"), row.flag("vulnerable"),
						row.flag("senior"), row.flag("broken_promise"), row.text("fault"), row.text("finding")),
				CaseNumber.nullable(row.text("joined_to")), row.constant("decision", ComplaintOutcome.class),
				row.instant("decided_at"), row.instant("answered_at"));
	}

	private static Statement statement(Row row) throws SQLException {
		return new Statement(row.text("customer_text"), null, null, row.constant("kind", ComplaintKind.class),
				row.text("description"), row.text("wish"), row.text("country"), row.text("region"),
				row.constant("topic", ComplaintTopic.class), row.flag("consumer"), row.flag("official_form"),
				row.flag("small_supply"), row.constant("door", ComplaintDoor.class),
				row.constant("channel", AnswerChannel.class), row.text("language"), row.instant("presented_at"),
				row.flag("read_back"), row.text("recording"), row.flag("recording_consent"),
				row.text("postal_address"));
	}

}
