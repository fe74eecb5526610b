package dev.escala.engine.stage;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import dev.escala.engine.UserTask;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the steps that have no class of their own: user tasks with the property
 * {@code stage}, which Modeler's template for stages gives them.
 */
@Component
public class Stages {

	private static final String PROPERTY = "stage";

	private final ObjectProvider<StageRecord> records;

	/** It asks for stages itself while it starts. */
	private final ObjectProvider<ProcessEngine> engine;

	Stages(ObjectProvider<StageRecord> records, ObjectProvider<ProcessEngine> engine) {
		this.engine = engine;
		this.records = records;
	}

	/** The stage in which an execution is, or empty. */
	public Optional<UserTask> find(DelegateExecution execution) {
		return element(execution.getBpmnModelElementInstance()).map((task) -> stage(task, List.of()));
	}

	/** The stage that a task is, or empty; whoever completes it has its form. */
	public Optional<UserTask> find(DelegateTask task) {
		return element(task.getBpmnModelElementInstance()).map((element) -> {
			boolean done = TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName());
			boolean shown = element.getCamundaFormRef() != null || element.getCamundaFormKey() != null;
			return stage(element, (done && shown) ? StageForm.of(task.getId()) : List.of());
		});
	}

	/** The stage that an open task is, or empty. */
	public Optional<UserTask> find(Task task) {
		return element(this.engine.getObject()
			.getRepositoryService()
			.getBpmnModelInstance(task.getProcessDefinitionId())
			.getModelElementById(task.getTaskDefinitionKey())).map((element) -> stage(element, List.of()));
	}

	private UserTask stage(org.camunda.bpm.model.bpmn.instance.UserTask element, List<StageForm.Field> fields) {
		return new StageTask(element.getId(), element.getName(), new TreeSet<>(element.getCamundaCandidateGroupsList()),
				new StageReason(element, this::groupName)::say, fields, this.records);
	}

	private String groupName(String id) {
		return Optional
			.ofNullable(this.engine.getObject().getIdentityService().createGroupQuery().groupId(id).singleResult())
			.map(Group::getName)
			.orElse(id);
	}

	private static Optional<org.camunda.bpm.model.bpmn.instance.UserTask> element(ModelElementInstance element) {
		return (element instanceof org.camunda.bpm.model.bpmn.instance.UserTask task && isStage(task))
				? Optional.of(task) : Optional.empty();
	}

	private static boolean isStage(FlowElement element) {
		return element.getExtensionElements() != null && element.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.list()
			.stream()
			.flatMap((properties) -> properties.getCamundaProperties().stream())
			.anyMatch((property) -> PROPERTY.equals(property.getCamundaName()));
	}

}
