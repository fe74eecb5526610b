package dev.escala.promise.persistence;

import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.promise.AgreedDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every date of spoken promises, in the table {@code promise_spoken_date}. */
@Repository
public class AgreedDateRepository {

	private final JdbcClient jdbc;

	AgreedDateRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public void add(long promiseId, AgreedDate date) {
		Columns.set("promise_id", promiseId)
			.and("promised_at", date.promisedAt())
			.and("accepted_by", date.acceptedBy())
			.and("accepted_at", date.acceptedAt())
			.and("reason", date.reason())
			.insertInto("promise_spoken_date", this.jdbc)
			.update();
	}

	/** All dates of the promise, oldest first. */
	public List<AgreedDate> dates(long promiseId) {
		return this.jdbc.sql("SELECT * FROM promise_spoken_date WHERE promise_id = ? ORDER BY id")
			.param(promiseId)
			.query(Row.as((row) -> new AgreedDate(row.instant("promised_at"), row.userId("accepted_by"),
					row.instant("accepted_at"), row.text("reason"))))
			.list();
	}

}
