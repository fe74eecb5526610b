package dev.escala.modelversion.outdated;

import java.time.Instant;
import java.util.List;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.modelversion.ModelKind;
import dev.escala.modelversion.ModelVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found at a start. */
@Repository
class OutdatedModelRepository {

	private final JdbcClient jdbc;

	OutdatedModelRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A model that was found.
	 *
	 * @param replacedBy the deployment with Escala's own, or {@code null}
	 */
	record Kept(ModelKind kind, String key, int version, List<String> problems, Instant foundAt, String replacedBy,
			List<String> hindered) {
	}

	List<Kept> all() {
		return this.jdbc.sql("SELECT * FROM outdated_model ORDER BY kind, model_key")
			.query(Row.as((row) -> new Kept(ModelKind.valueOf(row.text("kind")), row.text("model_key"),
					row.number("version"), row.texts("problems"), row.instant("found_at"), row.text("replaced_by"),
					row.texts("hindered"))))
			.list();
	}

	/** Keeps it; what was found of the same version before keeps its time. */
	void keep(ModelVersion version, List<String> problems, Instant now, String replacedBy, List<String> hindered) {
		this.jdbc.sql("""
				INSERT INTO outdated_model (kind, model_key, version, problems, found_at, replaced_by, hindered)
				VALUES (?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (kind, model_key) DO UPDATE SET problems = excluded.problems,
				  replaced_by = excluded.replaced_by, hindered = excluded.hindered, version = excluded.version,
				  found_at = CASE WHEN outdated_model.version = excluded.version THEN outdated_model.found_at
				    ELSE excluded.found_at END
				""")
			.params(Stored.values(version.kind().name(), version.key(), version.version(),
					problems.toArray(String[]::new), now, replacedBy, hindered.toArray(String[]::new)))
			.update();
	}

	void remove(ModelKind kind, String key) {
		this.jdbc.sql("DELETE FROM outdated_model WHERE kind = ? AND model_key = ?").params(kind.name(), key).update();
	}

}
