package dev.escala.clock;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.clock.AgreedLevels.Basis;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.customer.Tier;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The service levels that cases have, in the table {@code agreed_level}. */
@Repository
class AgreedLevelRepository {

	private final JdbcClient jdbc;

	AgreedLevelRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The service levels of a case, by clock; empty where none were decided. */
	Map<ServiceClock, AgreedLevel> levels(CaseNumber caseNumber) {
		Map<ServiceClock, AgreedLevel> levels = new EnumMap<>(ServiceClock.class);
		this.jdbc
			.sql("SELECT clock, duration, counting, warn_after, may_pause, reason FROM agreed_level "
					+ "WHERE case_number = ?")
			.param(caseNumber.value())
			.query(Row.as(AgreedLevelRepository::level))
			.list()
			.forEach((level) -> levels.put(level.clock(), level));
		return levels;
	}

	/** What the service levels of a case were decided by. */
	Optional<Basis> basis(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT DISTINCT severity, tier FROM agreed_level WHERE case_number = ? AND clock = ?")
			.params(Stored.values(caseNumber, ServiceClock.RESOLUTION))
			.query(Row
				.as((row) -> new Basis(row.constant("severity", Severity.class), row.constant("tier", Tier.class))))
			.optional();
	}

	void save(Subject subject, AgreedLevel level) {
		Target target = level.target();
		Columns.set("case_number", subject.caseNumber())
			.and("clock", level.clock())
			.and("severity", subject.severity())
			.and("tier", subject.tier())
			.and("duration", target.duration())
			.and("counting", target.counting())
			.and("warn_after", target.warnAfter())
			.and("may_pause", target.mayPause())
			.and("reason", level.reason())
			.save("agreed_level", List.of("case_number", "clock"), this.jdbc);
	}

	/** The level in a row of this table or of the deadlines, which keep it as it was. */
	static AgreedLevel level(Row row) throws SQLException {
		Target target = new Target(row.text("duration"), row.constant("counting", Counting.class),
				row.number("warn_after"), row.flag("may_pause"));
		return new AgreedLevel(row.constant("clock", ServiceClock.class), target, row.text("reason"));
	}

}
