package dev.escala.commitment.process;

import java.util.HashMap;
import java.util.Map;

import dev.escala.commitment.CommitmentFlow;
import dev.escala.engine.AsSystem;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/** Talks to the engine for the use cases of a commitment. */
@Component
class CamundaCommitmentFlow implements CommitmentFlow {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final FormService forms;

	private final AsSystem asSystem;

	CamundaCommitmentFlow(RuntimeService runtime, TaskService tasks, FormService forms, AsSystem asSystem) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.forms = forms;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(CommitmentProcess.KEY)
			.businessKey(number.value())
			.execute());
	}

	@Override
	public boolean complete(CaseNumber number, String told) {
		return this.asSystem.call(() -> {
			Task task = this.tasks.createTaskQuery()
				.processInstanceBusinessKey(number.value())
				.taskDefinitionKey(CommitmentProcess.COMMIT)
				.singleResult();
			if (task == null) {
				return false;
			}
			Map<String, Object> form = new HashMap<>();
			form.put("commitAnswer", "commit");
			form.put("toldText", told);
			// Only its assignee completes it: the listener of the task sees to that.
			this.forms.submitTaskForm(task.getId(), form);
			return true;
		});
	}

}
