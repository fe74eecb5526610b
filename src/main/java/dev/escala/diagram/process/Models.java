package dev.escala.diagram.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.diagram.Plane;
import dev.escala.engine.AsSystem;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import org.springframework.stereotype.Component;

/** The models that processes follow now, each in its latest version. */
@Component
public class Models {

	private final RepositoryService models;

	private final AsSystem system;

	Models(RepositoryService models, AsSystem system) {
		this.models = models;
		this.system = system;
	}

	/** All of them, by name. */
	public List<ProcessModel> all() {
		return this.system.call(() -> this.models.createProcessDefinitionQuery()
			.latestVersion()
			.unlimitedList()
			.stream()
			.map((one) -> new ProcessModel(one.getKey(), Optional.ofNullable(one.getName()).orElse(one.getKey()),
					one.getVersion(), one.getId()))
			.sorted(Comparator.comparing(ProcessModel::name))
			.toList());
	}

	/** The sheets of a model, the process itself first. */
	public List<Plane> planes(ProcessModel model) {
		return PlaneReader.read(this.system.call(() -> this.models.getBpmnModelInstance(model.definitionId())));
	}

	/**
	 * Of each flow that has a name what it answers: the name of the gateway before it.
	 */
	public Map<String, String> questions(ProcessModel model) {
		Map<String, String> questions = new HashMap<>();
		this.system.call(() -> this.models.getBpmnModelInstance(model.definitionId()))
			.getModelElementsByType(SequenceFlow.class)
			.stream()
			.filter((flow) -> flow.getSource() != null && flow.getSource().getName() != null)
			.forEach((flow) -> questions.put(flow.getId(), flow.getSource().getName()));
		return questions;
	}

	/**
	 * A model.
	 *
	 * @param name as its owner named it, in Spanish
	 */
	public record ProcessModel(String key, String name, int version, String definitionId) {
	}

}
