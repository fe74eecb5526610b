package dev.escala.engine.persistence;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The jobs of the engine, by when they are due. */
@Repository
public class JobDueRepository {

	private final JdbcClient jdbc;

	JobDueRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Creates the index of what may be run, by due date, where it is missing. */
	public void createIndex(String name) {
		// CREATE INDEX IF NOT EXISTS would hold up every job for as long as another
		// node works on one, only to find that there is nothing to do.
		if (this.jdbc.sql("SELECT to_regclass(?) IS NULL").param(name).query(Boolean.class).single()) {
			this.jdbc
				.sql("CREATE INDEX " + name + " ON ACT_RU_JOB (DUEDATE_) WHERE RETRIES_ > 0 AND SUSPENSION_STATE_ = 1")
				.update();
		}
	}

	/** The jobs that nobody will ever run, by id. */
	public List<String> withoutDueDate() {
		return this.jdbc.sql("SELECT ID_ FROM ACT_RU_JOB WHERE DUEDATE_ IS NULL").query(String.class).list();
	}

}
