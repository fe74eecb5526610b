package dev.escala.modelgate.replay;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.escala.engine.feel.ParsedOnceFeel;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.table.TableModel;
import dev.escala.modelgate.table.TableReader;
import dev.escala.routing.Decision;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/**
 * The tables of a file in a decision engine of their own: nothing is deployed, nothing is
 * recorded, and no script runs. For one thread.
 */
public final class EditedTables {

	private final Map<String, TableModel> models = new LinkedHashMap<>();

	private final Map<String, DmnDecision> decisions = new HashMap<>();

	private final DmnEngine engine;

	private DmnDecisionTableEvaluationEvent last;

	/**
	 * Reads the file.
	 * @throws RuntimeException where the engine cannot read it
	 */
	public EditedTables(ModelFile file) {
		DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
		configuration.setFeelEngineFactory(new ParsedOnceFeel.Factory());
		configuration.setCustomPostDecisionTableEvaluationListeners(List.of((event) -> this.last = event));
		// What the gate refuses does not run here either.
		configuration.setScriptEngineResolver((language) -> null);
		this.engine = configuration.buildEngine();
		TableReader.read(file).forEach((table) -> this.models.put(table.key(), table));
		this.engine.parseDecisions(new ByteArrayInputStream(file.content()))
			.stream()
			.filter((decision) -> this.models.containsKey(decision.getKey()))
			.forEach((decision) -> this.decisions.put(decision.getKey(), decision));
	}

	/** The same, each with its rule and why. */
	List<Decision.Match> matches(String decision, Map<String, Object> inputs) {
		List<Map<String, Object>> answers = evaluate(decision, inputs);
		Map<String, String> reasons = new HashMap<>();
		this.models.get(decision).rules().forEach((rule) -> reasons.put(rule.id(), rule.reason()));
		List<Decision.Match> matches = new ArrayList<>();
		for (int i = 0; i < answers.size(); i++) {
			String rule = this.last.getMatchingRules().get(i).getId();
			matches.add(new Decision.Match(rule, reasons.getOrDefault(rule, ""), answers.get(i)));
		}
		return matches;
	}

	private void take(String decision, Map<String, Object> inputs) {
		this.last = null;
		this.engine.evaluateDecisionTable(this.decisions.get(decision), inputs);
	}

	/** The tables by the keys of their decisions. */
	public Map<String, TableModel> models() {
		return this.models;
	}

	/**
	 * What a table answers.
	 * @return the outputs of each rule that matches, in table order
	 * @throws DmnEngineException where it answers against its hit policy
	 */
	public List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
		take(decision, inputs);
		List<Map<String, Object>> answers = new ArrayList<>();
		for (DmnEvaluatedDecisionRule rule : this.last.getMatchingRules()) {
			Map<String, Object> outputs = new LinkedHashMap<>();
			rule.getOutputEntries().forEach((name, output) -> outputs.put(name, output.getValue().getValue()));
			answers.add(outputs);
		}
		return answers;
	}

}
