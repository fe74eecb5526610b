package dev.escala.database;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How patient the database is with the caller's transaction, and no other. */
@Component
public class TransactionTimes {

	private final JdbcClient jdbc;

	TransactionTimes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Ends a statement that takes longer. */
	public void limitStatements(Duration longest) {
		set("statement_timeout", longest);
	}

	/** Lets the transaction say nothing for so long. */
	public void allowSilence(Duration longest) {
		set("idle_in_transaction_session_timeout", longest);
	}

	private void set(String setting, Duration value) {
		this.jdbc.sql("SELECT set_config(?, ?, true)").params(setting, value.toMillis() + "ms").query().listOfRows();
	}

}
