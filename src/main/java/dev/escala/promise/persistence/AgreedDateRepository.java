package dev.escala.promise.persistence;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;

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
		this.jdbc.sql("""
				INSERT INTO promise_spoken_date (promise_id, promised_at, accepted_by, accepted_at, reason)
				VALUES (?, ?, ?, ?, ?)""")
			.params(Arrays.asList(promiseId, Timestamp.from(date.promisedAt()), date.acceptedBy(),
					Timestamp.from(date.acceptedAt()), date.reason()))
			.update();
	}

	/** All dates of the promise, oldest first. */
	public List<AgreedDate> of(long promiseId) {
		return this.jdbc.sql("SELECT * FROM promise_spoken_date WHERE promise_id = ? ORDER BY id")
			.param(promiseId)
			.query((row, n) -> new AgreedDate(PromiseRepository.instant(row, "promised_at"),
					row.getString("accepted_by"), PromiseRepository.instant(row, "accepted_at"),
					row.getString("reason")))
			.list();
	}

}
