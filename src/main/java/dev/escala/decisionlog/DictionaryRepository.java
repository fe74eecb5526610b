package dev.escala.decisionlog;

import java.util.Collection;
import java.util.List;

import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** PostgreSQL's Spanish dictionary, as the table of decisions is indexed by it. */
@Repository
class DictionaryRepository {

	private final JdbcClient jdbc;

	DictionaryRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How the dictionary knows each of the words, in their order. */
	List<Words.Word> words(Collection<String> written) {
		return this.jdbc.sql("""
				SELECT word, tsvector_to_array(to_tsvector('pg_catalog.spanish', decision_written(word))) AS written,
				  tsvector_to_array(to_tsvector('pg_catalog.spanish', decision_reduced(word))) AS reduced
				FROM unnest(?::text[]) WITH ORDINALITY AS list (word, n) ORDER BY n
				""")
			.param(Stored.texts(written))
			.query(Row.as((row) -> new Words.Word(row.text("word"), row.texts("written"), row.texts("reduced"))))
			.list();
	}

	/** The query that finds any of these phrases. */
	String queryOf(Collection<String> phrases) {
		return this.jdbc.sql("""
				SELECT string_agg(DISTINCT '(' || query::text || ')', ' | ') FROM unnest(?::text[]) AS entry,
				  LATERAL (VALUES (phraseto_tsquery('pg_catalog.spanish', decision_written(entry))),
				    (phraseto_tsquery('pg_catalog.spanish', decision_reduced(entry)))) AS form (query)
				WHERE numnode(query) > 0
				""").param(Stored.texts(phrases)).query(String.class).single();
	}

}
