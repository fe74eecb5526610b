package dev.escala.secondmatter;

import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.secondmatter.Breakdown.Phase;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The second kind's own table; no component, so that only its own test has it. */
class BreakdownRepository {

	private static final String ALL = "SELECT number, subject, customer_id, severity, owner_id, phase, rca_wanted,"
			+ " began_at FROM breakdown WHERE ";

	private final JdbcClient jdbc;

	BreakdownRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Breakdown breakdown) {
		Columns.set("number", breakdown.number())
			.and("subject", breakdown.subject())
			.and("customer_id", breakdown.customerId())
			.and("severity", breakdown.severity())
			.and("phase", breakdown.phase())
			.and("began_at", breakdown.beganAt())
			.insertInto("breakdown", this.jdbc)
			.update();
	}

	Optional<Breakdown> find(CaseNumber number) {
		return read("number = ?", number.value()).stream().findFirst();
	}

	Optional<Breakdown> lock(CaseNumber number) {
		return read("number = ? FOR UPDATE", number.value()).stream().findFirst();
	}

	List<Breakdown> openOf(CustomerId customerId) {
		return read("phase <> 'CLOSED' AND customer_id = ?", customerId.value());
	}

	void set(CaseNumber number, String column, Object value) {
		Columns.set(column, value).update("breakdown", "number", number, this.jdbc);
	}

	Integer score(CaseNumber number) {
		return this.jdbc.sql("SELECT score FROM breakdown WHERE number = ?")
			.param(number.value())
			.query(Integer.class)
			.single();
	}

	private List<Breakdown> read(String condition, Object parameter) {
		return this.jdbc.sql(ALL + condition)
			.param(parameter)
			.query(Row.as((row) -> new Breakdown(row.caseNumber("number"), row.text("subject"),
					row.customerId("customer_id"), row.constant("severity", Severity.class), row.userId("owner_id"),
					row.constant("phase", Phase.class), row.flag("rca_wanted"), row.instant("began_at"))))
			.list();
	}

}
