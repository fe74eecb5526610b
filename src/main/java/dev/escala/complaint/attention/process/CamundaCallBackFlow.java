package dev.escala.complaint.attention.process;

import dev.escala.complaint.attention.CallBackFlow;
import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

import org.springframework.stereotype.Component;

/**
 * Talks to the engine for calls back. They go on when their matter is over: the customer
 * asked for a supervisor all the same.
 */
@Component
class CamundaCallBackFlow implements CallBackFlow {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaCallBackFlow(RuntimeService runtime, TaskService tasks, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number, long requestId) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(CallBackProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.setVariable(CallBackProcess.REQUEST_ID, requestId)
			.execute());
	}

	@Override
	public void offer(CaseNumber number, long requestId, String groupId) {
		this.asSystem.run(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(CallBackProcess.TASK)
			.processVariableValueEquals(CallBackProcess.REQUEST_ID, requestId)
			.list()
			.forEach((task) -> this.tasks.addCandidateGroup(task.getId(), groupId)));
	}

}
