package dev.escala.stored;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * What the models name with which stored cases began. Where no case comes by, a name that
 * is gone would be found by a customer.
 */
class StoredModels {

	private static final Pattern BEAN = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

	private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(");

	private final List<BpmnModelInstance> stored;

	private final List<BpmnModelInstance> latest;

	StoredModels(ProcessEngine engine) {
		this.stored = engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionVersion(1)
			.list()
			.stream()
			.map((definition) -> model(engine, definition))
			.toList();
		this.latest = engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.latestVersion()
			.list()
			.stream()
			.map((definition) -> model(engine, definition))
			.toList();
	}

	private static BpmnModelInstance model(ProcessEngine engine, ProcessDefinition definition) {
		return engine.getRepositoryService().getBpmnModelInstance(definition.getId());
	}

	/** The beans and methods that they name. */
	Set<String> asked() {
		return Stream.of(BEAN, CALL).flatMap((pattern) -> found(pattern, this.stored)).collect(sorted());
	}

	/** The beans and methods that they name and that are not there. */
	Set<String> unknown(ListableBeanFactory beans) {
		return asked().stream().filter((name) -> !isThere(name.split("\\."), beans)).collect(sorted());
	}

	private static boolean isThere(String[] name, ListableBeanFactory beans) {
		return beans.containsBean(name[0]) && (name.length == 1 || Stream.of(beans.getType(name[0]).getMethods())
			.anyMatch((method) -> method.getName().equals(name[1])));
	}

	/** The messages for which they wait. */
	Set<String> messages() {
		return messages(this.stored).collect(sorted());
	}

	/** The messages for which they wait, and today's models do not. */
	Set<String> forgotten() {
		Set<String> forgotten = messages();
		messages(this.latest).forEach(forgotten::remove);
		return forgotten;
	}

	private static Stream<String> messages(List<BpmnModelInstance> models) {
		return models.stream()
			.flatMap((model) -> model.getModelElementsByType(Message.class).stream())
			.map(Message::getName);
	}

	private static Stream<String> found(Pattern pattern, List<BpmnModelInstance> models) {
		return models.stream()
			.flatMap((model) -> pattern.matcher(Bpmn.convertToString(model)).results())
			.map(StoredModels::name);
	}

	private static String name(MatchResult found) {
		return (found.groupCount() == 1) ? found.group(1) : found.group(1) + "." + found.group(2);
	}

	private static Collector<String, ?, Set<String>> sorted() {
		return Collectors.toCollection(TreeSet::new);
	}

}
