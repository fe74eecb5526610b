package dev.escala.corrective.process;

import java.util.Optional;

import dev.escala.corrective.ActionFlow;
import dev.escala.corrective.ActionState;
import dev.escala.corrective.CorrectiveAction;
import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/**
 * Talks to the engine for corrective actions. Their processes go on when their matter is
 * over, and when it is reopened.
 */
@Component
class CamundaActionFlow implements ActionFlow {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaActionFlow(RuntimeService runtime, TaskService tasks, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CorrectiveAction action) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(CorrectiveActionProcess.KEY)
			.businessKey(action.caseNumber().value())
			.setVariables(this.matters.variables(action.caseNumber()))
			.setVariable(CorrectiveActionProcess.ACTION_ID, action.id())
			.setVariable(CorrectiveActionProcess.ACTION_DONE, action.state() == ActionState.DONE)
			.execute());
	}

	@Override
	public Optional<UserId> holder(CaseNumber number, long actionId) {
		return this.asSystem.call(() -> task(number, actionId).map(Task::getAssignee).map(UserId::new));
	}

	@Override
	public void give(CaseNumber number, long actionId, UserId person) {
		this.asSystem.run(() -> task(number, actionId)
			.ifPresent((task) -> this.tasks.setAssignee(task.getId(), Reference.valueOrNull(person))));
	}

	private Optional<Task> task(CaseNumber number, long actionId) {
		return Optional.ofNullable(this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(CorrectiveActionProcess.TASK_DO)
			.processVariableValueEquals(CorrectiveActionProcess.ACTION_ID, actionId)
			.singleResult());
	}

}
