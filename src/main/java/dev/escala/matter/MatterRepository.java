package dev.escala.matter;

import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of matters, to which whatever belongs to one refers. */
@Repository
class MatterRepository {

	private final JdbcClient jdbc;

	MatterRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber number, String kind) {
		this.jdbc.sql("INSERT INTO matter (number, kind) VALUES (?, ?)").params(number.value(), kind).update();
	}

	void setOpen(CaseNumber number, boolean open) {
		this.jdbc.sql("UPDATE matter SET open = ? WHERE number = ?").params(open, number.value()).update();
	}

	boolean bind(CaseNumber number, String processInstanceId) {
		return this.jdbc
			.sql("UPDATE matter SET process_instance_id = ? WHERE number = ? AND process_instance_id IS NULL AND open")
			.params(processInstanceId, number.value())
			.update() == 1;
	}

	void release(CaseNumber number) {
		this.jdbc.sql("UPDATE matter SET process_instance_id = NULL WHERE number = ?").param(number.value()).update();
	}

	Optional<String> processInstanceId(CaseNumber number) {
		return this.jdbc.sql("SELECT process_instance_id FROM matter WHERE number = ?")
			.param(number.value())
			.query(Row.as((row) -> Optional.ofNullable(row.text("process_instance_id"))))
			.optional()
			.flatMap((id) -> id);
	}

	List<OpenMatter> openAfter(String after, int limit) {
		return this.jdbc
			.sql("SELECT number, kind, process_instance_id FROM matter WHERE open AND number > ? ORDER BY number"
					+ " LIMIT ?")
			.params(after, limit)
			.query(Row.as((row) -> new OpenMatter(row.caseNumber("number"), row.text("kind"),
					row.text("process_instance_id"))))
			.list();
	}

}
