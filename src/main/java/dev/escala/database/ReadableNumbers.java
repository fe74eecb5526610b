package dev.escala.database;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws the numbers by which people know things, such as {@code ESC-2026-000123}. One
 * that was drawn in a transaction that failed stays unused.
 */
@Component
public class ReadableNumbers {

	private final JdbcClient jdbc;

	private final ZoneId zone;

	ReadableNumbers(JdbcClient jdbc, @Value("${escala.zone:Europe/Madrid}") ZoneId zone) {
		this.jdbc = jdbc;
		this.zone = zone;
	}

	/**
	 * The next free number of a year, which is the organisation's.
	 * @param prefix the letters before it
	 * @param sequence the sequence that counts them, over all years
	 * @param at when the thing came to be
	 */
	public String next(String prefix, String sequence, Instant at) {
		return String.format(Locale.ROOT, "%s-%d-%06d", prefix, at.atZone(this.zone).getYear(), drawn(sequence));
	}

	/** The next free number without a year, for example {@code P-000123}. */
	public String next(String prefix, String sequence) {
		return String.format(Locale.ROOT, "%s-%06d", prefix, drawn(sequence));
	}

	private long drawn(String sequence) {
		return this.jdbc.sql("SELECT nextval(?::regclass)").param(sequence).query(Long.class).single();
	}

}
