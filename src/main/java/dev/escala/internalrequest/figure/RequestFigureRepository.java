package dev.escala.internalrequest.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.internalrequest.figure.PairFigures.Morale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests, ratings and morale, counted. */
@Repository
class RequestFigureRepository {

	private final JdbcClient jdbc;

	RequestFigureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * For each pair of departments, by their ids, what came in on those days and somebody
	 * answers.
	 * @param name names a department
	 * @param enough morale of fewer grades in a quarter is not told
	 */
	public List<PairFigures> pairs(FigurePeriod period, UnaryOperator<String> name, int enough) {
		Map<List<String>, List<Morale>> morale = morale(period, enough);
		return this.jdbc.sql("""
				SELECT r.from_group, r.group_id, count(*) AS requests, count(r.acknowledged_at) AS acknowledged,
				  count(*) FILTER (WHERE r.acknowledged_in_time) AS acknowledged_in_time,
				  count(r.answered_at) AS answered,
				  count(*) FILTER (WHERE r.answered_at <= r.answer_due) AS answered_in_time,
				  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.answered_at - r.requested_at) / 3600)
				    AS median_hours,
				  count(d.number) AS ratings, avg(d.responsiveness) AS responsiveness, avg(d.quality) AS quality,
				  avg(d.communication) AS communication, avg(d.teamwork) AS teamwork
				FROM internal_request r LEFT JOIN department_rating d ON d.number = r.number
				WHERE r.requested_at >= ? AND r.requested_at < ? AND r.kind <> 'VISIBILITY' AND r.status <> 'WITHDRAWN'
				GROUP BY r.from_group, r.group_id ORDER BY r.from_group, r.group_id
				""")
			.params(Stored.values(period.begin(), period.end()))
			.query(Row.as((row) -> pair(row, name, morale)))
			.list();
	}

	private static PairFigures pair(Row row, UnaryOperator<String> name, Map<List<String>, List<Morale>> morale)
			throws SQLException {
		String from = row.text("from_group");
		String to = row.text("group_id");
		return new PairFigures(from, name.apply(from), to, name.apply(to), row.longNumber("requests"),
				row.longNumber("acknowledged"), row.longNumber("acknowledged_in_time"), row.longNumber("answered"),
				row.longNumber("answered_in_time"), row.tenths("median_hours"), row.longNumber("ratings"),
				row.tenths("responsiveness"), row.tenths("quality"), row.tenths("communication"),
				row.tenths("teamwork"), morale.getOrDefault(List.of(from, to), List.of()));
	}

	/**
	 * The quarters that lie in the days at least in part; a quarter is told as a whole.
	 */
	private Map<List<String>, List<Morale>> morale(FigurePeriod period, int enough) {
		Map<List<String>, List<Morale>> morale = new HashMap<>();
		this.jdbc.sql("""
				SELECT from_group, to_group, quarter, sum(ratings) AS ratings, sum(grade * ratings) AS grades
				FROM department_morale WHERE quarter <= ? AND quarter + interval '3 months' > ?
				GROUP BY from_group, to_group, quarter HAVING sum(ratings) >= ? ORDER BY quarter
				""").params(period.to(), period.from(), enough).query(Row.each((row) -> {
			long ratings = row.longNumber("ratings");
			morale.computeIfAbsent(List.of(row.text("from_group"), row.text("to_group")), (pair) -> new ArrayList<>())
				.add(new Morale(row.day("quarter"), ratings, BigDecimal.valueOf(row.longNumber("grades"))
					.divide(BigDecimal.valueOf(ratings), 1, RoundingMode.HALF_UP)));
		}));
		return morale;
	}

	/** What became of the requests of those days that were asked because of a feeling. */
	public FeelingFigures feelings(FigurePeriod period) {
		return this.jdbc
			.sql("""
					SELECT count(*) AS answered, count(*) FILTER (WHERE d.outcome = 'REFUSED') AS refused,
					  count(*) FILTER (WHERE d.outcome = 'CONDITIONAL') AS conditional
					FROM internal_request r JOIN ruling d ON d.number = r.decision_number
					WHERE r.requested_at >= ? AND r.requested_at < ? AND r.situations && ARRAY['FEELS_ODD', 'ODD_OPPORTUNITY']
					""")
			.params(Stored.values(period.begin(), period.end()))
			.query(Row.as((row) -> new FeelingFigures(row.longNumber("answered"), row.longNumber("refused"),
					row.longNumber("conditional"))))
			.single();
	}

}
