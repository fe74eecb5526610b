package dev.escala.pursuit.call;

import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code pursuit_call}. */
@Repository
class PursuitCallRepository {

	private final JdbcClient jdbc;

	PursuitCallRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber number, PursuitCall call) {
		Columns.set("number", number)
			.and("result", call.said().result())
			.and("channel", call.said().channel())
			.and("minutes", call.said().minutes())
			.and("note", call.said().note())
			.and("called_by", call.by())
			.and("called_at", call.at())
			.insertInto("pursuit_call", this.jdbc)
			.update();
	}

	/** The calls of a pursuit, in order. */
	List<PursuitCall> list(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM pursuit_call WHERE number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new PursuitCall(
					new SaidCall(row.constant("result", CallResult.class), row.constant("channel", CallChannel.class),
							row.number("minutes"), row.text("note")),
					row.userId("called_by"), row.instant("called_at"))))
			.list();
	}

}
