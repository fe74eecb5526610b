package dev.escala.access.login;

import java.time.Instant;

import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From where each person logged in, as hashes, in the table {@code known_place}. */
@Repository
class KnownPlaceRepository {

	private final JdbcClient jdbc;

	KnownPlaceRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether the person was seen there after that moment. */
	boolean isKnown(String user, byte[] place, Instant after) {
		return this.jdbc.sql("SELECT count(*) FROM known_place WHERE user_id = ? AND place = ? AND seen_at > ?")
			.params(Stored.values(user, place, after))
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Keeps that the person was there.
	 * @param refreshedAfter a place that was seen after that is not written again
	 * @return whether anything was written
	 */
	boolean keep(String user, byte[] place, Instant now, Instant refreshedAfter) {
		return this.jdbc.sql("""
				INSERT INTO known_place AS known (user_id, place, seen_at) VALUES (?, ?, ?)
				ON CONFLICT (user_id, place) DO UPDATE SET seen_at = excluded.seen_at WHERE known.seen_at < ?
				""").params(Stored.values(user, place, now, refreshedAfter)).update() > 0;
	}

	/** Everybody who was known there is known at another place instead. */
	void move(byte[] before, byte[] after) {
		this.jdbc.sql("UPDATE known_place SET place = ? WHERE place = ?").params(after, before).update();
	}

	/** Forgets those of the person's places that were seen longest ago. */
	void forgetAllBut(String user, int most) {
		this.jdbc.sql("""
				DELETE FROM known_place WHERE user_id = ? AND place IN
				  (SELECT place FROM known_place WHERE user_id = ? ORDER BY seen_at DESC, place OFFSET ?)
				""").params(user, user, most).update();
	}

	void forgetBefore(Instant seen) {
		this.jdbc.sql("DELETE FROM known_place WHERE seen_at < ?").param(Stored.value(seen)).update();
	}

}
