package dev.escala.decisionlog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.database.Row;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.decisionlog.SearchTerms.Term;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Ranks decisions by the words that they have in common with a text. A word counts by how
 * rare it is among all decisions, and by where it stands: in the subject most, then in
 * the question and the decision, then in the rest.
 */
@Repository
class RulingRankingRepository {

	static final SortColumns SORT = SortColumns.by("relevance", "relevance")
		.and("decidedAt", "decided_at")
		.and("subject", "lower(subject)");

	/**
	 * First every hit by the index alone; then, of those that count, the best ones by
	 * where the words stand, which needs their text. Twenty decisions more than there are
	 * keep a word that all of the first few have in common from counting nothing.
	 */
	private static final String RANKING = """
			WITH term AS MATERIALIZED (
			  SELECT n, own::tsquery AS own, every::tsquery AS every
			  FROM unnest(:own::text[], :every::text[]) WITH ORDINALITY AS list (own, every, n)),
			hit AS MATERIALIZED (
			  SELECT term.n, one.id
			  FROM term CROSS JOIN LATERAL (SELECT id FROM ruling WHERE search @@ term.every) AS one),
			known AS (SELECT count(*)::float8 + 20 AS rulings FROM ruling),
			rarity AS MATERIALIZED (
			  SELECT n, count(hit.id) AS found, ln(1 + (rulings - count(hit.id) + 0.5) / (count(hit.id) + 0.5)) AS worth
			  FROM known CROSS JOIN term LEFT JOIN hit USING (n) GROUP BY n, rulings),
			rough AS MATERIALIZED (
			  SELECT hit.id, count(*) AS words, sum(worth) AS score FROM hit JOIN rarity USING (n) GROUP BY hit.id)
			""";

	private static final String FINE = """
			, best AS MATERIALIZED (
			  SELECT id, search, ts_filter(search, '{a}') AS subject, ts_filter(search, '{a,b}') AS told
			  FROM fitting JOIN ruling USING (id) ORDER BY fitting.complete DESC, fitting.score DESC LIMIT 200),
			fine AS MATERIALIZED (
			  SELECT best.id, array_agg(n ORDER BY worth DESC) AS terms,
			    sum(worth * CASE WHEN subject @@ every THEN 1.0 WHEN told @@ every THEN 0.6 ELSE 0.35 END
			      * CASE WHEN search @@ own THEN 1.0 ELSE 0.8 END) AS score
			  FROM best JOIN term ON best.search @@ term.every JOIN rarity USING (n) GROUP BY best.id)
			""";

	/** What is searched for: half of what the words are worth must be there. */
	private static final String FOUND = """
			, fitting AS MATERIALIZED (
			  SELECT id, score, words = (SELECT count(*) FROM rarity WHERE found > 0) AS complete FROM rough
			  WHERE score >= 0.5 * (SELECT sum(worth) FROM rarity WHERE found > 0))
			""";

	/**
	 * What a question resembles: more than one word, and a good part of what the eight
	 * words that tell most are worth; words that no decision knows count half. Or nearly
	 * all words that any decision knows: among many alike, no word is worth much.
	 */
	private static final String RESEMBLING = """
			, fitting AS MATERIALIZED (
			  SELECT id, score, false AS complete FROM rough
			  WHERE words >= least(2, (SELECT count(*) FROM term)) AND score >= 0.35 * (
			    SELECT sum(worth) FROM (SELECT worth * CASE WHEN found > 0 THEN 1 ELSE 0.5 END AS worth FROM rarity
			      ORDER BY 1 DESC LIMIT 8) AS telling)
			  OR words >= 4 AND words >= 0.7 * (SELECT count(*) FROM rarity WHERE found > 0))
			""";

	private static final String EVERYTHING = """
			WITH fitting AS (SELECT id, false AS complete, 0::float8 AS score FROM ruling),
			fine AS (SELECT NULL::bigint AS id, 0::float8 AS score WHERE false)
			""";

	private static final String FILTER = """
			WHERE (:topic::text IS NULL OR topic = :topic) AND (:standing::boolean IS NULL OR standing = :standing)
			""";

	/** All words before some of them; what is in force before what is as good. */
	private static final String RELEVANCE = "CASE WHEN fitting.complete THEN 1000 ELSE 0 END "
			+ "+ coalesce(fine.score * CASE WHEN " + RulingRepository.IN_FORCE
			+ " THEN 1.1 ELSE 1 END, fitting.score / 1000)";

	private final JdbcClient jdbc;

	RulingRankingRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One part of what is found.
	 * @param terms the words, or {@code null} for all decisions
	 */
	List<Ruling> find(List<Term> terms, RulingFilter filter, PageRequest part, Instant now) {
		String sql = ranking(terms) + "SELECT " + RulingRepository.COLUMNS + ", " + RELEVANCE + " AS relevance "
				+ "FROM fitting JOIN ruling USING (id) LEFT JOIN fine USING (id) " + FILTER
				+ " AND (:inForce::boolean IS NULL OR " + RulingRepository.IN_FORCE + " = :inForce) ORDER BY "
				+ SORT.clause(part.sort()) + ", decided_at DESC, ruling.id DESC LIMIT :size OFFSET :offset";
		return filtered(sql, terms, filter, now).param("inForce", filter.inForce())
			.param("size", part.size())
			.param("offset", part.offset())
			.query(Row.as(RulingRepository::ruling))
			.list();
	}

	/** How many are found that are in force, and how many that are not. */
	Map<Boolean, Long> count(List<Term> terms, RulingFilter filter, Instant now) {
		Map<Boolean, Long> counts = new HashMap<>(Map.of(true, 0L, false, 0L));
		filtered(((terms == null) ? EVERYTHING : RANKING + FOUND) + "SELECT " + RulingRepository.IN_FORCE
				+ " AS in_force, count(*) AS rulings FROM fitting JOIN ruling USING (id) " + FILTER + " GROUP BY 1",
				terms, filter, now)
			.query(Row.each((row) -> {
				counts.put(row.flag("in_force"), row.longNumber("rulings"));
			}));
		return counts;
	}

	/** What the text resembles, the most similar first. */
	List<SimilarRuling> similar(List<Term> terms, Topic topic, Set<Situation> situations, int limit, Instant now) {
		return filled(this.jdbc.sql(RANKING + RESEMBLING + FINE + "SELECT " + RulingRepository.COLUMNS
				+ ", fine.terms FROM fine JOIN ruling USING (id) ORDER BY fine.score * CASE WHEN topic = :topic THEN 1.15 "
				+ "ELSE 1 END * CASE WHEN situations && :situations::text[] THEN 1.1 ELSE 1 END * CASE WHEN "
				+ RulingRepository.IN_FORCE
				+ " THEN 1.1 ELSE 1 END DESC, decided_at DESC, ruling.id DESC LIMIT :limit"), terms)
			.param("topic", (topic == null) ? null : topic.name())
			.param("situations", RulingRepository.names(situations))
			.param("now", Stored.value(now))
			.param("limit", limit)
			.query(Row.as((row) -> new SimilarRuling(RulingRepository.ruling(row),
					row.longNumbers("terms").stream().map((term) -> terms.get((int) (term - 1)).text()).toList())))
			.list();
	}

	private static String ranking(List<Term> terms) {
		return (terms == null) ? EVERYTHING : RANKING + FOUND + FINE;
	}

	private StatementSpec filtered(String sql, List<Term> terms, RulingFilter filter, Instant now) {
		StatementSpec statement = this.jdbc.sql(sql);
		return ((terms == null) ? statement : filled(statement, terms))
			.param("topic", (filter.topic() == null) ? null : filter.topic().name())
			.param("standing", filter.standing())
			.param("now", Stored.value(now));
	}

	private static StatementSpec filled(StatementSpec statement, List<Term> terms) {
		return statement.param("own", terms.stream().map(Term::own).toArray(String[]::new))
			.param("every", terms.stream().map(Term::every).toArray(String[]::new));
	}

}
