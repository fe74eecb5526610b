package dev.escala.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets work that contradicts itself when done twice at once happen one after the other,
 * on all nodes. A turn lasts until the end of the caller's transaction.
 */
@Component
public class Turns {

	private final JdbcClient jdbc;

	Turns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Waits until nobody else has this turn.
	 * @param number the same on every node, and of nobody else
	 */
	public void take(long number) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(number).query().listOfRows();
	}

	/** Takes the turn, or says that somebody else has it. */
	public boolean takeIfFree(long number) {
		return this.jdbc.sql("SELECT pg_try_advisory_xact_lock(?)").param(number).query(Boolean.class).single();
	}

	/** Takes part in a turn with others who do the same: whoever takes it alone waits. */
	public void share(long number) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock_shared(?)").param(number).query().listOfRows();
	}

}
