package dev.escala.engine.stage;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import dev.escala.engine.UserTask;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

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

	Stages(ObjectProvider<StageRecord> records) {
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

	private UserTask stage(org.camunda.bpm.model.bpmn.instance.UserTask element, List<StageForm.Field> fields) {
		return new StageTask(element.getId(), element.getName(), new TreeSet<>(element.getCamundaCandidateGroupsList()),
				fields, this.records);
	}

	private static Optional<org.camunda.bpm.model.bpmn.instance.UserTask> element(FlowElement element) {
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
