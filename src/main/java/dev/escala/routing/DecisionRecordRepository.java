package dev.escala.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
			.sql("SELECT decided_at, decision, version, inputs, matches FROM decision_record WHERE case_number = ? "
					+ "ORDER BY decided_at, id")
			.param(caseNumber.value())
			.query(Row.as((row) -> new RecordedDecision(row.instant("decided_at"), row.text("decision"),
					row.number("version"), read(row.text("inputs"), INPUTS), read(row.text("matches"), MATCHES))))
			.list();
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
