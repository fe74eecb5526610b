package dev.escala.escalation.reporter;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.escala.database.Row;
import dev.escala.escalation.Milestone;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What reporters chose, a column for each milestone. */
@Repository
class ReporterPreferenceRepository {

	private final JdbcClient jdbc;

	ReporterPreferenceRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Set<Milestone>> find(UserId reporter) {
		return this.jdbc.sql("SELECT received, planned, resolved, ended FROM reporter_preference WHERE user_id = ?")
			.param(reporter.value())
			.query(Row.as((row) -> {
				Set<Milestone> wanted = EnumSet.noneOf(Milestone.class);
				for (Milestone milestone : Milestone.values()) {
					if (row.flag(milestone.name().toLowerCase(Locale.ROOT))) {
						wanted.add(milestone);
					}
				}
				return wanted;
			}))
			.optional();
	}

	void keep(UserId reporter, Set<Milestone> wanted) {
		this.jdbc.sql("""
				INSERT INTO reporter_preference (user_id, received, planned, resolved, ended) VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (user_id) DO UPDATE SET received = excluded.received, planned = excluded.planned,
				  resolved = excluded.resolved, ended = excluded.ended
				""")
			.params(reporter.value(), wanted.contains(Milestone.RECEIVED), wanted.contains(Milestone.PLANNED),
					wanted.contains(Milestone.RESOLVED), wanted.contains(Milestone.ENDED))
			.update();
	}

}
