package dev.escala.caselist;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.caselist.CaseConditionRepository.Day;
import dev.escala.caselist.CasePart.Count;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.visibility.Seen;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many lines fit; none is counted further than people read. */
@Repository
class CaseCountRepository {

	private static final String LINE = ", line AS %s (SELECT l.*, me, groups, now, tomorrow"
			+ CaseConditionRepository.LINES + "%s) SELECT ";

	private final JdbcClient jdbc;

	private final CaseConditionRepository conditions;

	CaseCountRepository(JdbcClient jdbc, CaseConditionRepository conditions) {
		this.jdbc = jdbc;
		this.conditions = conditions;
	}

	/** One statement for all of them. */
	CasePart.Counts counts(CaseQuery query, Seen seen, Day day) {
		Conditions narrowed = this.conditions.narrowed(query, seen);
		String quick = (query.filter() == null) ? "" : " AND " + CaseConditionRepository.of(query.filter());
		String filters = Arrays.stream(QuickFilter.values())
			.map((filter) -> ", " + count(
					(filter.isOfEnded() ? "" : "l.open AND ") + CaseConditionRepository.of(filter), filter.name()))
			.collect(Collectors.joining());
		// Words are looked for once; without words each count finds its lines by itself.
		String once = (query.text() == null) ? "NOT MATERIALIZED" : "MATERIALIZED";
		return this.jdbc
			.sql(CaseConditionRepository.WHO + LINE.formatted(once, narrowed.where())
					+ count("l.open" + quick, "running") + ", " + count("NOT l.open" + quick, "ended") + filters)
			.params(CaseConditionRepository.values(seen, day, narrowed.values()))
			.query(Row.as(CaseCountRepository::counts))
			.single();
	}

	private static String count(String condition, String name) {
		return "(SELECT count(*) FROM (SELECT FROM line l WHERE " + condition + " LIMIT " + (Count.MOST + 1)
				+ ") counted) AS " + name;
	}

	private static CasePart.Counts counts(Row row) throws SQLException {
		Count open = Count.of(row.longNumber("running"));
		Count ended = Count.of(row.longNumber("ended"));
		Map<QuickFilter, Count> filters = new EnumMap<>(QuickFilter.class);
		for (QuickFilter filter : QuickFilter.values()) {
			filters.put(filter, Count.of(row.longNumber(filter.name())));
		}
		return new CasePart.Counts(Map.of(CaseState.OPEN, open, CaseState.ENDED, ended, CaseState.ALL, open.and(ended)),
				filters);
	}

}
