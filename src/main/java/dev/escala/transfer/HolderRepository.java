package dev.escala.transfer;

import java.time.Clock;

import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who had a matter, one after the other (004-43). Written where group or owner of the
 * matter is written, and nowhere else.
 */
@Repository
public class HolderRepository {

	private final JdbcClient jdbc;

	private final Clock clock;

	HolderRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Group or owner may be others now; the same as before is no change. */
	public void changed(CaseNumber number) {
		this.jdbc.sql("""
				INSERT INTO case_holder (case_number, group_id, owner_id, since)
				SELECT e.number, e.group_id, e.owner_id, ? FROM case_line e
				WHERE e.number = ? AND NOT EXISTS (
				  SELECT 1 FROM case_holder h
				  WHERE h.id = (SELECT max(id) FROM case_holder WHERE case_number = e.number)
				    AND h.group_id IS NOT DISTINCT FROM e.group_id AND h.owner_id IS NOT DISTINCT FROM e.owner_id)
				""").params(Stored.values(this.clock.instant(), number)).update();
	}

}
