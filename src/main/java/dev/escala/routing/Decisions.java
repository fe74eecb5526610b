package dev.escala.routing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.engine.DecisionTables;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Evaluates decision tables and keeps, for each case, which rule of which version
 * answered what to which inputs, so that every assignment and deadline can say why.
 */
@Service
public class Decisions {

	private static final TypeReference<Map<String, Object>> INPUTS = new TypeReference<>() {
	};

	private static final TypeReference<List<Decision.Match>> MATCHES = new TypeReference<>() {
	};

	private final DecisionTables tables;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	Decisions(DecisionTables tables, JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.tables = tables;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Evaluates the latest version of a decision and records it for the case, in the
	 * caller's transaction.
	 * @param caseNumber the case, or {@code null} to evaluate without a record
	 * @param decision the decision's key, for example {@code escalationSeverity}
	 * @param inputs the inputs by name, an enumeration's value by its name; missing ones
	 * are {@code null}
	 * @return the answer; never empty: no matching rule is an error
	 * @throws IllegalStateException where the decision is not deployed, or no rule
	 * matches
	 */
	public Decision decide(String caseNumber, String decision, Map<String, Object> inputs) {
		Map<String, Object> facts = new LinkedHashMap<>();
		inputs.forEach((name, value) -> facts.put(name, (value instanceof Enum<?> choice) ? choice.name() : value));
		DecisionTables.Evaluation evaluation = this.tables.evaluate(decision, facts);
		if (evaluation.rules().isEmpty()) {
			throw new IllegalStateException("No rule of the decision " + decision + " (version " + evaluation.version()
					+ ") matches the inputs " + facts);
		}
		List<Decision.Match> matches = evaluation.rules()
			.stream()
			.map((rule) -> new Decision.Match(rule.id(), rule.annotation(), rule.outputs()))
			.toList();
		Decision answer = new Decision(decision, evaluation.version(), matches);
		if (caseNumber != null) {
			record(caseNumber, answer, facts);
		}
		return answer;
	}

	/**
	 * The number of the version that would answer now.
	 * @throws IllegalStateException where the decision is not deployed
	 */
	public int latestVersion(String decision) {
		return this.tables.latestVersion(decision);
	}

	/** Every decision recorded for the case, oldest first. */
	public List<RecordedDecision> of(String caseNumber) {
		return this.jdbc
			.sql("SELECT decided_at, decision, version, inputs, matches FROM decision_record WHERE case_number = ? "
					+ "ORDER BY decided_at, id")
			.param(caseNumber)
			.query(Row.as((row) -> new RecordedDecision(row.instant("decided_at"), row.text("decision"),
					row.number("version"), read(row.text("inputs"), INPUTS), read(row.text("matches"), MATCHES))))
			.list();
	}

	private void record(String caseNumber, Decision answer, Map<String, Object> inputs) {
		this.jdbc
			.sql("INSERT INTO decision_record (case_number, decided_at, decision, version, inputs, matches) "
					+ "VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb)")
			.params(Stored.values(caseNumber, this.clock.instant(), answer.key(), answer.version(), write(inputs),
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
