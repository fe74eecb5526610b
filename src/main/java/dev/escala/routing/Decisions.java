package dev.escala.routing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.escala.engine.DecisionTables;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Service;

/**
 * Evaluates decision tables and keeps, for each case, which rule of which version
 * answered what to which inputs, so that every assignment and deadline can say why.
 */
@Service
public class Decisions {

	private final DecisionTables tables;

	private final DecisionRecordRepository records;

	private final Clock clock;

	Decisions(DecisionTables tables, DecisionRecordRepository records, Clock clock) {
		this.tables = tables;
		this.records = records;
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
	public Decision decide(CaseNumber caseNumber, String decision, Map<String, Object> inputs) {
		Decision answer = decideIfAny(caseNumber, decision, inputs);
		if (answer.matches().isEmpty()) {
			throw new IllegalStateException("No rule of the decision " + decision + " (version " + answer.version()
					+ ") matches the inputs " + facts(inputs));
		}
		return answer;
	}

	/**
	 * The same as {@link #decide} of a table that may have nothing to say: then the
	 * answer has no match, and nothing is recorded.
	 */
	public Decision decideIfAny(CaseNumber caseNumber, String decision, Map<String, Object> inputs) {
		Map<String, Object> facts = facts(inputs);
		DecisionTables.Evaluation evaluation = this.tables.evaluate(decision, facts);
		List<Decision.Match> matches = evaluation.rules()
			.stream()
			.map((rule) -> new Decision.Match(rule.id(), rule.annotation(), rule.outputs()))
			.toList();
		Decision answer = new Decision(decision, evaluation.version(), matches);
		if (caseNumber != null && !matches.isEmpty()) {
			this.records.add(caseNumber, answer, facts, this.clock.instant());
		}
		return answer;
	}

	/**
	 * The same as {@link #decideIfAny}, for somebody who only looks: nothing is recorded.
	 */
	public Decision consider(String decision, Map<String, Object> inputs) {
		return decideIfAny(null, decision, inputs);
	}

	/** The texts that an input of a table allows now, in the order of the table. */
	public List<String> allowed(String decision, String input) {
		return this.tables.allowed(decision, input);
	}

	private static Map<String, Object> facts(Map<String, Object> inputs) {
		Map<String, Object> facts = new LinkedHashMap<>();
		inputs.forEach((name, value) -> facts.put(name, (value instanceof Enum<?> choice) ? choice.name() : value));
		return facts;
	}

	/**
	 * The number of the version that would answer now.
	 * @throws IllegalStateException where the decision is not deployed
	 */
	public int latestVersion(String decision) {
		return this.tables.latestVersion(decision);
	}

	/** Every decision recorded for the case, oldest first. */
	public List<RecordedDecision> recorded(CaseNumber caseNumber) {
		return this.records.decisions(caseNumber);
	}

	/** One of the decisions recorded for the case. */
	public Optional<RecordedDecision> recorded(CaseNumber caseNumber, long id) {
		return this.records.find(caseNumber, id);
	}

	/**
	 * The file of the version of the table that took a decision, as its owner deployed
	 * it, or empty where it is not deployed any more.
	 */
	public Optional<byte[]> source(RecordedDecision decision) {
		return this.tables.source(decision.decision(), decision.version());
	}

	/**
	 * Every decision recorded for the case, newest first, in the words of its table;
	 * where that version is not deployed any more, by the names of the record.
	 */
	public List<ExplainedDecision> explained(CaseNumber caseNumber) {
		List<ExplainedDecision> explained = new ArrayList<>();
		for (RecordedDecision one : recorded(caseNumber)) {
			DecisionTables.Words words = this.tables.words(one.decision(), one.version())
				.orElseGet(() -> new DecisionTables.Words(one.decision(), Map.of(), Map.of()));
			explained.add(0,
					new ExplainedDecision(one.id(), one.decidedAt(), words.name(), one.version(),
							told(one.inputs(), words.inputs()),
							one.matches()
								.stream()
								.map((match) -> new ExplainedDecision.Answer(match.ruleId(), match.reason(),
										told(match.outputs(), words.outputs())))
								.toList()));
		}
		return explained;
	}

	private static List<String> told(Map<String, Object> values, Map<String, String> labels) {
		return values.entrySet()
			.stream()
			.map((one) -> Objects.requireNonNullElse(labels.get(one.getKey()), one.getKey()) + ": "
					+ told(one.getValue()))
			.toList();
	}

	/** A value as the owner of the table would say it. */
	public static String told(Object value) {
		if (value instanceof Boolean truth) {
			return truth ? "sí" : "no";
		}
		return (value == null) ? "sin dato" : value.toString();
	}

}
