package dev.escala.demo.process;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import dev.escala.demo.OnlyInDemo;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/**
 * Completes tasks of demo cases as a person does in Tasklist: claims, fills in, sends.
 */
@Component
@OnlyInDemo
public class DemoWork {

	private static final int PATIENCE = 600;

	private static final long BETWEEN = Duration.ofMillis(25).toNanos();

	/** What the engine's history says of a task that was done. */
	private static final String DONE = "completed";

	private final TaskService tasks;

	private final FormService forms;

	private final RuntimeService runtime;

	private final ManagementService management;

	private final IdentityService identity;

	private final HistoryService history;

	DemoWork(TaskService tasks, FormService forms, RuntimeService runtime, ManagementService management,
			IdentityService identity, HistoryService history) {
		this.tasks = tasks;
		this.forms = forms;
		this.runtime = runtime;
		this.management = management;
		this.identity = identity;
		this.history = history;
	}

	/**
	 * Completes the case's open task with this id in the model, unless that was done
	 * before.
	 */
	public void complete(CaseNumber caseNumber, UserId user, String taskKey, Map<String, Object> form) {
		if (isDone(caseNumber, taskKey)) {
			settle(caseNumber);
			return;
		}
		Task task = open(caseNumber, taskKey);
		as(user, () -> {
			if (!user.value().equals(task.getAssignee())) {
				this.tasks.claim(task.getId(), user.value());
			}
			this.forms.submitTaskForm(task.getId(), form);
		});
		settle(caseNumber);
	}

	/** Does something as somebody who is logged in. */
	public void as(UserId user, Runnable step) {
		this.identity.setAuthentication(user.value(),
				this.identity.createGroupQuery()
					.groupMember(user.value())
					.list()
					.stream()
					.map((group) -> group.getId())
					.toList());
		try {
			step.run();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private boolean isDone(CaseNumber caseNumber, String taskKey) {
		return this.history.createHistoricTaskInstanceQuery()
			.processInstanceBusinessKey(caseNumber.value())
			.taskDefinitionKey(taskKey)
			.taskDeleteReason(DONE)
			.count() > 0;
	}

	private Task open(CaseNumber caseNumber, String taskKey) {
		settle(caseNumber);
		Task task = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseNumber.value())
			.taskDefinitionKey(taskKey)
			.singleResult();
		if (task == null) {
			throw new IllegalStateException(caseNumber + " does not come to " + taskKey);
		}
		return task;
	}

	/** Whether the case has an open task with this id in the model. */
	public boolean isWaiting(CaseNumber caseNumber, String taskKey) {
		settle(caseNumber);
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseNumber.value())
			.taskDefinitionKey(taskKey)
			.count() > 0;
	}

	/** Waits for the work between two tasks, which the job executor does. */
	public void settle(CaseNumber caseNumber) {
		for (int round = 0; round < PATIENCE && isBusy(caseNumber); round++) {
			LockSupport.parkNanos(BETWEEN);
		}
	}

	private boolean isBusy(CaseNumber caseNumber) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseNumber.value())
			.list()
			.stream()
			.anyMatch((instance) -> this.management.createJobQuery()
				.processInstanceId(instance.getId())
				.executable()
				.count() > 0);
	}

}
