package dev.escala.routing;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided for which case, in the table {@code decision_record}. */
@Repository
class DecisionRecordRepository {

	private static final TypeReference<Map<String, Object>> INPUTS = new TypeReference<>() {
	};

	private static final TypeReference<List<Decision.Match>> MATCHES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	DecisionRecordRepository(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Every decision recorded for the case, oldest first. */
	List<RecordedDecision> decisions(CaseNumber caseNumber) {
		return this.jdbc
			.sql("SELECT id, decided_at, decision, version, inputs, matches FROM decision_record WHERE case_number = ? "
					+ "ORDER BY decided_at, id")
			.param(caseNumber.value())
			.query(Row.as(this::decision))
			.list();
	}

	/** One of the decisions of the case. */
	Optional<RecordedDecision> find(CaseNumber caseNumber, long id) {
		return this.jdbc
			.sql("SELECT id, decided_at, decision, version, inputs, matches FROM decision_record "
					+ "WHERE case_number = ? AND id = ?")
			.params(caseNumber.value(), id)
			.query(Row.as(this::decision))
			.optional();
	}

	DecisionExtent latest(Collection<String> decisions, int count) {
		return this.jdbc
			.sql("SELECT coalesce(min(id), 0) AS first, coalesce(max(id), 0) AS last, count(*) AS records FROM "
					+ "(SELECT id FROM decision_record WHERE decision = ANY(?) ORDER BY id DESC LIMIT ?) latest")
			.params(Stored.texts(decisions), count)
			.query(Row.as((row) -> new DecisionExtent(row.longNumber("first"), row.longNumber("last"), null, null,
					row.longNumber("records"))))
			.single();
	}

	DecisionExtent between(Collection<String> decisions, Instant from, Instant until) {
		return this.jdbc
			.sql("SELECT coalesce(min(id), 0) AS first, coalesce(max(id), 0) AS last, count(*) AS records "
					+ "FROM decision_record WHERE decision = ANY(?) AND decided_at >= ? AND decided_at < ?")
			.params(Stored.texts(decisions), Stored.value(from), Stored.value(until))
			.query(Row.as((row) -> new DecisionExtent(row.longNumber("first"), row.longNumber("last"), from, until,
					row.longNumber("records"))))
			.single();
	}

	List<FiledDecision> next(Collection<String> decisions, DecisionExtent extent, long after, int count) {
		return this.jdbc.sql("""
				SELECT case_number, id, decided_at, decision, version, inputs, matches FROM decision_record
				WHERE decision = ANY(:decisions) AND id > :after AND id >= :first AND id <= :last
				  AND (CAST(:from AS timestamptz) IS NULL OR decided_at >= :from)
				  AND (CAST(:until AS timestamptz) IS NULL OR decided_at < :until)
				ORDER BY id LIMIT :count
				""")
			.param("decisions", Stored.texts(decisions))
			.param("after", after)
			.param("first", extent.first())
			.param("last", extent.last())
			.param("from", Stored.value(extent.from()))
			.param("until", Stored.value(extent.until()))
			.param("count", count)
			.query(Row.as((row) -> new FiledDecision(row.caseNumber("case_number"), decision(row))))
			.list();
	}

	private RecordedDecision decision(Row row) throws SQLException {
		return new RecordedDecision(row.longNumber("id"), row.instant("decided_at"), row.text("decision"),
				row.number("version"), read(row.text("inputs"), INPUTS), read(row.text("matches"), MATCHES));
	}

	void add(CaseNumber caseNumber, Decision answer, Map<String, Object> inputs, Instant now) {
		this.jdbc
			.sql("INSERT INTO decision_record (case_number, decided_at, decision, version, inputs, matches) "
					+ "VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb)")
			.params(Stored.values(caseNumber, now, answer.key(), answer.version(), write(inputs),
					write(answer.matches())))
			.update();
	}

	private String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A decision cannot be recorded: " + value, ex);
		}
	}

	private <T> T read(String text, TypeReference<T> type) {
		try {
			return this.json.readValue(text, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A recorded decision cannot be read: " + text, ex);
		}
	}

}
