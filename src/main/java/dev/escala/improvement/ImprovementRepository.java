package dev.escala.improvement;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.corrective.ActionState;
import dev.escala.database.Columns;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Improvements in the table {@code improvement}; read with their action from the view
 * {@code improvement_line}.
 */
@Repository
class ImprovementRepository {

	private static final String TABLE = "improvement";

	private static final int MOST = 200;

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	ImprovementRepository(JdbcClient jdbc, ReadableNumbers numbers) {
		this.jdbc = jdbc;
		this.numbers = numbers;
	}

	/** The next free number. */
	CaseNumber nextNumber(Instant at) {
		return new CaseNumber(this.numbers.next("MEJ", "improvement_number", at));
	}

	/**
	 * Adds it, without its action; the table keeps no second one that repeats another.
	 */
	void insert(Improvement one) {
		Columns.set("number", one.number())
			.and("kind", one.kind())
			.and("subject", one.subject())
			.and("what", one.what())
			.and("why", one.why())
			.and("severity", one.severity())
			.and("repeat_months", one.repeatMonths())
			.and("source", one.source())
			.and("follows", one.follows())
			.and("sample", Stored.texts(one.sample()))
			.and("registered_by", one.registeredBy())
			.and("registered_at", one.registeredAt())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	void end(CaseNumber number, Instant at) {
		Columns.set("ended_at", at).update(TABLE, "number", number, this.jdbc);
	}

	Optional<Improvement> find(CaseNumber number) {
		return read("number = ?", number.value()).stream().findFirst();
	}

	/** The improvement, kept from others until the transaction ends. */
	Optional<Improvement> lock(CaseNumber number) {
		this.jdbc.sql("SELECT number FROM improvement WHERE number = ? FOR UPDATE")
			.param(number.value())
			.query()
			.listOfRows();
		return find(number);
	}

	/** Those that were found in a matter, the newest first. */
	List<Improvement> foundIn(CaseNumber source) {
		return read("source = ? ORDER BY registered_at DESC, number DESC LIMIT " + MOST, source.value());
	}

	/** The one that repeats another. */
	Optional<Improvement> after(CaseNumber number) {
		return read("follows = ?", number.value()).stream().findFirst();
	}

	/** The open ones, the next due first. */
	List<Improvement> open() {
		return read("ended_at IS NULL ORDER BY due_on, number LIMIT " + MOST);
	}

	/** Those that are over, the latest first. */
	List<Improvement> ended() {
		return read("ended_at IS NOT NULL ORDER BY ended_at DESC, number LIMIT " + MOST);
	}

	/**
	 * Draws cases and complaints that ended lately: any is as likely as another, and the
	 * same ones come again for the same number.
	 * @param drawnFor the number that decides which
	 * @param since the earliest end
	 */
	List<CaseNumber> draw(CaseNumber drawnFor, Instant since, int size) {
		return this.jdbc
			.sql("SELECT number FROM case_line WHERE kind IN ('ESCALATION', 'COMPLAINT') AND ended_at >= ?"
					+ " ORDER BY md5(number || ?), number LIMIT ?")
			.params(Stored.value(since), drawnFor.value(), size)
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

	private List<Improvement> read(String condition, Object... values) {
		return this.jdbc.sql("SELECT * FROM improvement_line WHERE " + condition)
			.params(values)
			.query(Row.as(ImprovementRepository::improvement))
			.list();
	}

	private static Improvement improvement(Row row) throws SQLException {
		return new Improvement(row.caseNumber("number"), row.constant("kind", ImprovementKind.class),
				row.text("subject"), row.text("what"), row.text("why"), row.constant("severity", Severity.class),
				row.numberOrNull("repeat_months"), row.caseNumber("source"), row.caseNumber("follows"),
				row.texts("sample").stream().map(CaseNumber::new).toList(),
				new Improvement.Action(row.constant("state", ActionState.class), row.userId("owner"),
						row.day("due_on")),
				row.userId("registered_by"), row.instant("registered_at"), row.instant("ended_at"));
	}

}
