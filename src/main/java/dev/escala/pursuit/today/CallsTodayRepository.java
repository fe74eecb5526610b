package dev.escala.pursuit.today;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is to be called: where a day stands, that day; a promise whose day has come and
 * that nobody kept yet; a prospect whom nobody has tried. Whoever asked to be left alone
 * is called by nobody (004-17).
 */
@Repository
class CallsTodayRepository {

	private static final String CALLS = """
			WITH due AS (
			  SELECT pursuit.number, owner_id, group_id, deferrals,
			    resume_at IS NOT NULL AND resume_at >= :until AS deferred,
			    CASE WHEN resume_at IS NOT NULL OR (next_due IS NULL AND passed.before = 'WAITING') THEN 'PROMISE'
			      WHEN next_due IS NOT NULL THEN 'NEXT' ELSE 'FIRST' END AS cause,
			    coalesce(resume_at, next_due, stage_since) AS at
			  FROM pursuit
			  CROSS JOIN LATERAL (SELECT (array_agg(to_kind ORDER BY id DESC))[2] AS before, count(*) AS steps
			    FROM stage_passed WHERE stage_passed.number = pursuit.number) AS passed
			  WHERE ended_at IS NULL
			    AND (owner_id = :person OR (owner_id IS NULL AND group_id = ANY (:groups)))
			    AND NOT EXISTS (SELECT FROM left_alone
			      WHERE left_alone.party_kind = pursuit.party_kind AND left_alone.party_id = pursuit.party_id)
			    AND (resume_at IS NOT NULL OR next_due IS NOT NULL
			      OR ((passed.before = 'WAITING' OR (kind = 'PROSPECT' AND passed.steps = 1))
			        AND NOT EXISTS (SELECT FROM pursuit_call
			          WHERE pursuit_call.number = pursuit.number AND called_at >= stage_since)))
			)
			""";

	private static final Map<CallList, String> WHICH = new EnumMap<>(
			Map.of(CallList.ALL, "at < :until", CallList.MINE, "at < :until AND owner_id IS NOT NULL", CallList.GROUP,
					"at < :until AND owner_id IS NULL", CallList.DEFERRED, "deferred"));

	private final JdbcClient jdbc;

	CallsTodayRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A part of them: broken promises first, then whoever waits longest; what is put off
	 * most often first.
	 * @param until the end of today
	 */
	Page<DueCall> page(CallList list, Reader reader, Instant now, Instant until, PageRequest part) {
		String order = (list == CallList.DEFERRED) ? "deferrals DESC, at, number"
				: "(cause = 'PROMISE' AND at < :now) DESC, at, number";
		List<DueCall> found = ask(CALLS + "SELECT number, cause, at FROM due WHERE " + WHICH.get(list) + " ORDER BY "
				+ order + " LIMIT :size OFFSET :offset", reader, until)
			.param("size", part.size())
			.param("offset", part.offset())
			.param("now", Stored.value(now))
			.query(Row.as((row) -> new DueCall(row.caseNumber("number"), row.constant("cause", DueCall.Cause.class),
					row.instant("at"))))
			.list();
		return new Page<>(found, part.page(), part.size(), count(list, reader, until));
	}

	/** How many there are. */
	long count(CallList list, Reader reader, Instant until) {
		return ask(CALLS + "SELECT count(*) FROM due WHERE " + WHICH.get(list), reader, until).query(Long.class)
			.single();
	}

	private JdbcClient.StatementSpec ask(String sql, Reader reader, Instant until) {
		return this.jdbc.sql(sql)
			.param("person", reader.id().value())
			.param("groups", reader.groups().toArray(String[]::new))
			.param("until", Stored.value(until));
	}

	/** Who asks, and their groups. */
	record Reader(UserId id, List<String> groups) {
	}

}
