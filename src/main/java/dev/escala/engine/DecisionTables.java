package dev.escala.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

import org.springframework.stereotype.Component;

/** Evaluates deployed decision tables and tells which rules matched, in plain data. */
@Component
public class DecisionTables {

	private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

	private final DecisionService decisions;

	private final RepositoryService repository;

	private final MatchedRules matchedRules;

	private final AsSystem asSystem;

	/** By definition id; a deployed definition never changes. */
	private final Map<String, Map<String, String>> annotations = new ConcurrentHashMap<>();

	private final Map<String, Words> words = new ConcurrentHashMap<>();

	DecisionTables(DecisionService decisions, RepositoryService repository, MatchedRules matchedRules,
			AsSystem asSystem) {
		this.decisions = decisions;
		this.repository = repository;
		this.matchedRules = matchedRules;
		this.asSystem = asSystem;
	}

	/**
	 * Evaluates the latest deployed version, whoever is logged in.
	 * @param key the decision's key
	 * @param inputs the inputs by name
	 * @return the version with the matched rules in table order; none where no rule
	 * matches
	 * @throws IllegalStateException where no table with this key is deployed
	 */
	public Evaluation evaluate(String key, Map<String, Object> inputs) {
		return this.asSystem.call(() -> {
			DecisionDefinition definition = latest(key);
			DmnDecisionTableEvaluationEvent event = this.matchedRules.during(key,
					() -> this.decisions.evaluateDecisionTableById(definition.getId()).variables(inputs).evaluate());
			Map<String, String> reasons = this.annotations.computeIfAbsent(definition.getId(), this::readAnnotations);
			return new Evaluation(definition.getVersion(),
					event.getMatchingRules().stream().map((rule) -> matchedRule(rule, reasons)).toList());
		});
	}

	/**
	 * The number of the latest deployed version.
	 * @throws IllegalStateException where no table with this key is deployed
	 */
	public int latestVersion(String key) {
		return this.asSystem.call(() -> latest(key).getVersion());
	}

	/**
	 * The texts that an input of the latest version allows, in the owner's order; none
	 * where the table says nothing of them.
	 * @throws IllegalStateException where no table with this key is deployed
	 */
	public List<String> allowed(String key, String input) {
		return this.asSystem.call(() -> this.repository.getDmnModelInstance(latest(key).getId())
			.getModelElementsByType(Input.class)
			.stream()
			.filter((column) -> column.getInputExpression().getText().getTextContent().strip().equals(input))
			.filter((column) -> column.getInputValues() != null)
			.flatMap((column) -> QUOTED.matcher(column.getInputValues().getText().getTextContent()).results())
			.map((value) -> value.group(1))
			.toList());
	}

	/**
	 * How a version of a table calls itself and its columns, or empty where it is not
	 * there any more.
	 */
	public Optional<Words> words(String key, int version) {
		return this.asSystem.call(() -> version(key, version)
			.map((definition) -> this.words.computeIfAbsent(definition.getId(), (id) -> readWords(definition))));
	}

	/** The file of a version of a table, or empty where it is not there any more. */
	public Optional<byte[]> source(String key, int version) {
		return this.asSystem.call(() -> version(key, version).map((definition) -> {
			try (InputStream file = this.repository.getDecisionModel(definition.getId())) {
				return file.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}));
	}

	private Optional<DecisionDefinition> version(String key, int version) {
		return Optional.ofNullable(this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey(key)
			.decisionDefinitionVersion(version)
			.withoutTenantId()
			.singleResult());
	}

	private Words readWords(DecisionDefinition definition) {
		DmnModelInstance model = this.repository.getDmnModelInstance(definition.getId());
		Map<String, String> inputs = new HashMap<>();
		model.getModelElementsByType(Input.class)
			.forEach((input) -> inputs.put(input.getInputExpression().getText().getTextContent().strip(),
					input.getLabel()));
		Map<String, String> outputs = new HashMap<>();
		model.getModelElementsByType(Output.class)
			.forEach((output) -> outputs.put(output.getName(), output.getLabel()));
		return new Words(definition.getName(), inputs, outputs);
	}

	private DecisionDefinition latest(String key) {
		DecisionDefinition definition = this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey(key)
			.withoutTenantId()
			.latestVersion()
			.singleResult();
		if (definition == null) {
			throw new IllegalStateException("No decision with the key " + key + " is deployed");
		}
		return definition;
	}

	private Map<String, String> readAnnotations(String definitionId) {
		return this.repository.getDmnModelInstance(definitionId)
			.getModelElementsByType(Rule.class)
			.stream()
			.filter((rule) -> rule.getDescription() != null)
			.collect(Collectors.toMap(Rule::getId, (rule) -> rule.getDescription().getTextContent().strip()));
	}

	private static MatchedRule matchedRule(DmnEvaluatedDecisionRule rule, Map<String, String> reasons) {
		Map<String, Object> outputs = new LinkedHashMap<>();
		rule.getOutputEntries().forEach((name, output) -> outputs.put(name, output.getValue().getValue()));
		return new MatchedRule(rule.getId(), Objects.requireNonNullElse(reasons.get(rule.getId()), ""), outputs);
	}

	/**
	 * What a table answered.
	 *
	 * @param version the deployed version that answered
	 * @param rules the matched rules in table order
	 */
	public record Evaluation(int version, List<MatchedRule> rules) {
	}

	/**
	 * One matched rule.
	 *
	 * @param id the rule's id
	 * @param annotation the rule's annotation, or empty
	 * @param outputs the outputs by name
	 */
	public record MatchedRule(String id, String annotation, Map<String, Object> outputs) {
	}

	/**
	 * How a table calls what it has, in the owner's words.
	 *
	 * @param name of the table
	 * @param inputs labels by the name of the input
	 * @param outputs labels by the name of the output
	 */
	public record Words(String name, Map<String, String> inputs, Map<String, String> outputs) {
	}

}
