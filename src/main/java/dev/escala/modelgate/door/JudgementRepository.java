package dev.escala.modelgate.door;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.modelgate.Problem;
import dev.escala.reference.Reference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The judgements of a year. */
@Repository
class JudgementRepository {

	private static final Duration KEPT = Duration.ofDays(365);

	private static final String LONGEST_JUDGEMENT = "10min";

	private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

	JudgementRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Lets the database wait for a judgement in this transaction: otherwise it ends one
	 * in which nothing is asked for half a minute, and a slow machine judges all our
	 * models in more than that.
	 */
	void awaitJudgement() {
		this.jdbc.sql("SELECT set_config('idle_in_transaction_session_timeout', ?, true)")
			.param(LONGEST_JUDGEMENT)
			.query(String.class)
			.single();
	}

	/** Keeps one, and no longer those that are older than a year. */
	void add(Judgement judgement) {
		this.jdbc.sql("DELETE FROM model_judgement WHERE judged_at < ?")
			.params(Stored.values(judgement.at().minus(KEPT)))
			.update();
		this.jdbc.sql("""
				INSERT INTO model_judgement (judged_at, judged_for, deployment, files, accepted, took_millis, problems)
				VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
				""")
			.params(Stored.values(judgement.at(), Reference.valueOrNull(judgement.by()), judgement.deployment(),
					judgement.files().toArray(String[]::new), judgement.accepted(), judgement.millis(),
					write(judgement.problems())))
			.update();
	}

	/** The newest first. */
	List<Judgement> newest(int offset, int count) {
		return this.jdbc.sql("SELECT * FROM model_judgement ORDER BY judged_at DESC, id DESC OFFSET ? LIMIT ?")
			.params(offset, count)
			.query(Row.as((row) -> new Judgement(row.instant("judged_at"), row.userId("judged_for"),
					row.text("deployment"), row.texts("files"), row.flag("accepted"), row.number("took_millis"),
					read(row.text("problems")))))
			.list();
	}

	int count() {
		return this.jdbc.sql("SELECT count(*) FROM model_judgement").query(Integer.class).single();
	}

	private String write(List<Problem> problems) {
		try {
			return this.json.writeValueAsString(problems).replace("\\u0000", "");
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A judgement cannot be kept", ex);
		}
	}

	private List<Problem> read(String text) {
		try {
			return this.json.readValue(text, PROBLEMS);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A kept judgement cannot be read", ex);
		}
	}

}
