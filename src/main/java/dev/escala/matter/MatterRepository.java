package dev.escala.matter;

import dev.escala.database.Row;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of matters, to which whatever belongs to one refers. */
@Repository
class MatterRepository {

	private final JdbcClient jdbc;

	MatterRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(String number, String kind) {
		this.jdbc.sql("INSERT INTO matter (number, kind) VALUES (?, ?)").params(number, kind).update();
	}

	void setOpen(String number, boolean open) {
		this.jdbc.sql("UPDATE matter SET open = ? WHERE number = ?").params(open, number).update();
	}

	boolean bind(String number, String processInstanceId) {
		return this.jdbc
			.sql("UPDATE matter SET process_instance_id = ? WHERE number = ? AND process_instance_id IS NULL AND open")
			.params(processInstanceId, number)
			.update() == 1;
	}

	void release(String number) {
		this.jdbc.sql("UPDATE matter SET process_instance_id = NULL WHERE number = ?").param(number).update();
	}

	Optional<String> processInstanceId(String number) {
		return this.jdbc.sql("SELECT process_instance_id FROM matter WHERE number = ?")
			.param(number)
			.query(Row.as((row) -> Optional.ofNullable(row.text("process_instance_id"))))
			.optional()
			.flatMap((id) -> id);
	}

	List<OpenMatter> openAfter(String after, int limit) {
		return this.jdbc
			.sql("SELECT number, kind, process_instance_id FROM matter WHERE open AND number > ? ORDER BY number"
					+ " LIMIT ?")
			.params(after, limit)
			.query(Row
				.as((row) -> new OpenMatter(row.text("number"), row.text("kind"), row.text("process_instance_id"))))
			.list();
	}

}
