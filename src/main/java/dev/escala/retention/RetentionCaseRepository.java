package dev.escala.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.retention.value.AtStake;
import dev.escala.visibility.CasePartyRepository;
import dev.escala.visibility.Seen;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases of leaving customers, their months and reasons. */
@Repository
class RetentionCaseRepository {

	static final SortColumns SORT = SortColumns.by("due", "coalesce(c.ended_at, c.due_at)")
		.and("value", "coalesce(c.at_stake_cents, 0)")
		.and("customer", "c.customer_name")
		.and("opened", "c.opened_at");

	private static final String TABLE = "retention_case";

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	RetentionCaseRepository(JdbcClient jdbc, ReadableNumbers numbers) {
		this.jdbc = jdbc;
		this.numbers = numbers;
	}

	/** The next free number. */
	CaseNumber nextNumber(Instant at) {
		return new CaseNumber(this.numbers.next("RET", "retention_number", at));
	}

	/** One after another: nobody else opens a case of that customer meanwhile. */
	void turn(CustomerId customer) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('retention'), hashtext(?))")
			.param(customer.toString())
			.query()
			.listOfRows();
	}

	void insert(RetentionCase one) {
		Columns.set("number", one.number())
			.and("customer_id", one.customerId())
			.and("customer_name", one.customerName())
			.and("subject", one.subject())
			.and("state", one.state())
			.and("group_id", one.groupId())
			.and("owner_id", one.ownerId())
			.and("due_at", one.dueAt())
			.and("watched_from", one.watchedFrom())
			.and("currency", one.atStake().currency())
			.and("yearly_cents", one.atStake().yearlyCents())
			.and("multiple", one.atStake().multiple())
			.and("at_stake_cents", one.atStake().cents())
			.and("silent", one.silent())
			.and("opened_by", one.openedBy())
			.and("opened_at", one.openedAt())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	Optional<RetentionCase> find(CaseNumber number) {
		return read("number = ?", number.value()).stream().findFirst();
	}

	/** The case, kept from others until the transaction ends. */
	Optional<RetentionCase> lock(CaseNumber number) {
		return read("number = ? FOR UPDATE", number.value()).stream().findFirst();
	}

	/** The open case of a customer. */
	Optional<RetentionCase> openOf(CustomerId customer) {
		return read("customer_id = ? AND ended_at IS NULL", customer.value()).stream().findFirst();
	}

	/** The case to which a month of a customer has led. */
	Optional<CaseNumber> ofMonth(CustomerId customer, LocalDate month) {
		return this.jdbc.sql("SELECT number FROM retention_month WHERE customer_id = ? AND month = ?")
			.params(customer.value(), month)
			.query(Row.as((row) -> row.caseNumber("number")))
			.optional();
	}

	void addMonth(CustomerId customer, LocalDate month, CaseNumber number) {
		Columns.set("customer_id", customer)
			.and("month", month)
			.and("number", number)
			.insertInto("retention_month", "ON CONFLICT DO NOTHING", this.jdbc)
			.update();
	}

	void addReason(CaseNumber number, LocalDate month, Reason reason) {
		Columns.set("number", number)
			.and("month", month)
			.and("signal", reason.signal())
			.and("said", reason.said())
			.and("least_cents", reason.leastCents())
			.and("product", reason.product())
			.and("variety", reason.variety())
			.insertInto("retention_reason", this.jdbc)
			.update();
	}

	/** Its reasons, in the order in which they came. */
	List<Reason> reasons(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM retention_reason WHERE number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new Reason(row.text("signal"), row.text("said"), row.longNumberOrNull("least_cents"),
					row.text("product"), row.text("variety"))))
			.list();
	}

	void addCall(CaseNumber number, RetentionCall call) {
		Columns.set("number", number)
			.and("step", call.step())
			.and("said", call.said())
			.and("cause", call.cause())
			.and("again_on", call.againOn())
			.and("made_by", call.by())
			.and("made_at", call.at())
			.insertInto("retention_call", this.jdbc)
			.update();
	}

	/** The calls, oldest first. */
	List<RetentionCall> calls(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM retention_call WHERE number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new RetentionCall(row.constant("step", NextStep.class), row.text("said"),
					row.text("cause"), row.day("again_on"), row.userId("made_by"), row.instant("made_at"))))
			.list();
	}

	void addAction(CaseNumber number, DoneAction action) {
		Columns.set("number", number)
			.and("kind", action.kind())
			.and("what", action.what())
			.and("on_day", action.on())
			.and("cents", action.cents())
			.and("began", action.began())
			.and("done_by", action.by())
			.and("done_at", action.at())
			.insertInto("retention_action", this.jdbc)
			.update();
	}

	/** What was done, oldest first. */
	List<DoneAction> actions(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM retention_action WHERE number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new DoneAction(row.constant("kind", LeavingAction.class), row.text("what"),
					row.day("on_day"), row.longNumberOrNull("cents"), row.caseNumber("began"), row.userId("done_by"),
					row.instant("done_at"))))
			.list();
	}

	/** It stands there now, until then. */
	void move(CaseNumber number, RetentionState state, Instant dueAt) {
		Columns.set("state", state).and("due_at", dueAt).update(TABLE, "number", number, this.jdbc);
	}

	/** Purchases of that day or later count from now on. */
	void watchFrom(CaseNumber number, LocalDate day) {
		Columns.set("watched_from", day).update(TABLE, "number", number, this.jdbc);
	}

	void because(CaseNumber number, String cause) {
		Columns.set("cause", cause).update(TABLE, "number", number, this.jdbc);
	}

	void assign(CaseNumber number, UserId owner) {
		Columns.set("owner_id", owner).update(TABLE, "number", number, this.jdbc);
	}

	void end(CaseNumber number, RetentionState state, Instant at) {
		Columns.set("state", state).and("ended_at", at).update(TABLE, "number", number, this.jdbc);
	}

	/**
	 * The first purchase that proves that the customer is back: of the day from which it
	 * counts, or later, not taken back, and what each of the reasons asks for.
	 */
	Optional<Proof> proof(CaseNumber number) {
		return proofs("c.number = ?", number.value()).stream().findFirst();
	}

	/** The cases in which a purchase is awaited and has come. */
	List<Proof> proven() {
		return proofs("c.state = 'WATCHED'");
	}

	private List<Proof> proofs(String condition, Object... values) {
		return this.jdbc.sql("""
				SELECT c.number, p.document, p.bought_on, p.cents, p.currency FROM retention_case c JOIN LATERAL (
				  SELECT p.* FROM purchase p WHERE p.customer_id = c.customer_id AND p.counts AND p.cents > 0
				    AND p.bought_on >= c.watched_from AND NOT EXISTS (
				      SELECT FROM retention_reason r WHERE r.number = c.number AND (p.cents < r.least_cents
				        OR r.product IS NOT NULL AND NOT EXISTS (SELECT FROM purchase_line l WHERE l.purchase_id = p.id
				          AND l.goods AND l.quantity > 0 AND l.product = r.product
				          AND (r.variety IS NULL OR l.variety = r.variety))))
				  ORDER BY p.bought_on, p.id LIMIT 1) p ON true
				WHERE """ + " " + condition + " ORDER BY c.number")
			.params(values)
			.query(Row.as((row) -> new Proof(row.caseNumber("number"), row.text("document"), row.day("bought_on"),
					row.longNumber("cents"), row.text("currency"))))
			.list();
	}

	/** A part of those that somebody sees. */
	Page<RetentionCase> page(String text, RetentionState state, Boolean open, Seen seen, PageRequest part) {
		Conditions conditions = new Conditions().equal("c.state", state);
		if (open != null) {
			conditions.that(open ? "c.ended_at IS NULL" : "c.ended_at IS NOT NULL");
		}
		if (text != null) {
			conditions.that("position(search_plain(?) IN c.search || ' ' || search_plain(c.number)) > 0", text);
		}
		CasePartyRepository.restrict(conditions, "c.number", seen);
		long total = this.jdbc.sql("SELECT count(*) FROM retention_case c" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<RetentionCase> items = this.jdbc
			.sql("SELECT c.* FROM retention_case c" + conditions.where() + " ORDER BY " + SORT.clause(part.sort())
					+ ", c.number LIMIT ? OFFSET ?")
			.params(conditions.values(part.size(), part.offset()))
			.query(Row.as(RetentionCaseRepository::found))
			.list();
		return new Page<>(items, part.page(), part.size(), total);
	}

	private List<RetentionCase> read(String condition, Object... parameters) {
		return this.jdbc.sql("SELECT * FROM retention_case WHERE " + condition)
			.params(Stored.values(parameters))
			.query(Row.as(RetentionCaseRepository::found))
			.list();
	}

	private static RetentionCase found(Row row) throws SQLException {
		return new RetentionCase(row.caseNumber("number"), row.customerId("customer_id"), row.text("customer_name"),
				row.text("subject"), row.constant("state", RetentionState.class), row.text("group_id"),
				row.userId("owner_id"), row.instant("due_at"), row.day("watched_from"), row.text("cause"),
				new AtStake(row.text("currency"), row.longNumberOrNull("yearly_cents"), row.decimal("multiple"),
						row.longNumberOrNull("at_stake_cents")),
				row.flag("silent"), row.userId("opened_by"), row.instant("opened_at"), row.instant("ended_at"));
	}

	/**
	 * A purchase that proves that a customer is back.
	 *
	 * @param number the case
	 * @param document number of the document
	 * @param boughtOn its day
	 * @param cents what it is worth
	 * @param currency three letters
	 */
	record Proof(CaseNumber number, String document, LocalDate boughtOn, long cents, String currency) {
	}

}
