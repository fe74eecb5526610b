package dev.escala.idea;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.measure.Counted;
import dev.escala.measure.GaugeRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ideas in the table {@code idea}. */
@Repository
class IdeaRepository {

	static final SortColumns SORT = SortColumns.by("decideOn", "decide_on")
		.and("registeredAt", "registered_at")
		.and("what", "search_plain(what)");

	private static final String TABLE = "idea";

	private static final String KEY = "number";

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	private final SearchRepository search;

	IdeaRepository(JdbcClient jdbc, ReadableNumbers numbers, SearchRepository search) {
		this.jdbc = jdbc;
		this.numbers = numbers;
		this.search = search;
	}

	/** The next free number. */
	CaseNumber nextNumber(Instant at) {
		return new CaseNumber(this.numbers.next("IDE", "idea_number", at));
	}

	void insert(Idea one) {
		GaugeRepository
			.and(Columns.set(KEY, one.number())
				.and("what", one.what())
				.and("hypothesis", one.hypothesis())
				.and("owner", one.owner())
				.and("began_on", one.trial().beganOn())
				.and("decide_on", one.trial().decideOn())
				.and("months_before", one.trial().monthsBefore())
				.and("state", one.state())
				.and("before_total", (one.before() == null) ? null : one.before().total())
				.and("before_of", (one.before() == null) ? null : one.before().of())
				.and("registered_by", one.registeredBy())
				.and("registered_at", one.registeredAt()), one.gauge())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	void own(CaseNumber number, UserId owner) {
		Columns.set("owner", owner).update(TABLE, KEY, number, this.jdbc);
	}

	/** The decision waits for another day. */
	void delay(CaseNumber number, LocalDate decideOn, int delays) {
		Columns.set("decide_on", decideOn).and("delays", delays).update(TABLE, KEY, number, this.jdbc);
	}

	/** It is decided, on these figures. */
	void decide(CaseNumber number, IdeaState state, Counted before, Idea.Decision decision) {
		Columns.set("state", state)
			.and("before_total", before.total())
			.and("before_of", before.of())
			.and("after_total", decision.after().total())
			.and("after_of", decision.after().of())
			.and("said", decision.said())
			.and("change", decision.change())
			.and("decided_by", decision.by())
			.and("decided_at", decision.at())
			.update(TABLE, KEY, number, this.jdbc);
	}

	Optional<Idea> find(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM idea WHERE number = ?")
			.param(number.value())
			.query(Row.as(IdeaRepository::idea))
			.optional();
	}

	/** The idea, kept from others until the transaction ends. */
	Optional<Idea> lock(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM idea WHERE number = ? FOR UPDATE")
			.param(number.value())
			.query(Row.as(IdeaRepository::idea))
			.optional();
	}

	/**
	 * A page of ideas.
	 * @param text words that each must have, or {@code null}
	 * @param state only those that got so far, or {@code null}
	 */
	Page<Idea> page(String text, IdeaState state, PageRequest part) {
		Conditions conditions = new Conditions().equal("state", state);
		if (text != null) {
			this.search.search(conditions, text, KEY, "search LIKE ?", null);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM idea" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<Idea> ideas = this.jdbc
			.sql("SELECT * FROM idea" + conditions.where() + " ORDER BY " + SORT.clause(part.sort())
					+ ", number LIMIT ? OFFSET ?")
			.params(conditions.values(part.size(), part.offset()))
			.query(Row.as(IdeaRepository::idea))
			.list();
		return new Page<>(ideas, part.page(), part.size(), total);
	}

	private static Idea idea(Row row) throws SQLException {
		return new Idea(row.caseNumber(KEY), row.text("what"), row.text("hypothesis"), GaugeRepository.of(row),
				row.userId("owner"),
				new Idea.Trial(
						row.day("began_on"), row.day("decide_on"), row.number("months_before"), row.number("delays")),
				row.constant("state", IdeaState.class), counted(row, "before"),
				(row.instant("decided_at") == null) ? null
						: new Idea.Decision(counted(row, "after"), row.text("said"), row.caseNumber("change"),
								row.userId("decided_by"), row.instant("decided_at")),
				row.userId("registered_by"), row.instant("registered_at"));
	}

	private static Counted counted(Row row, String which) throws SQLException {
		BigDecimal total = row.decimal(which + "_total");
		return (total == null) ? null : new Counted(total, row.longNumber(which + "_of"));
	}

}
