package dev.escala.demo.process;

import java.util.List;
import java.util.Map;

import dev.escala.demo.OnlyInDemo;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/**
 * Completes tasks of demo cases as a person does in Tasklist: claims, fills in, sends.
 */
@Component
@OnlyInDemo
public class DemoWork {

	private static final int PATIENCE = 200;

	private final TaskService tasks;

	private final FormService forms;

	private final RuntimeService runtime;

	private final ManagementService management;

	private final IdentityService identity;

	DemoWork(TaskService tasks, FormService forms, RuntimeService runtime, ManagementService management,
			IdentityService identity) {
		this.tasks = tasks;
		this.forms = forms;
		this.runtime = runtime;
		this.management = management;
		this.identity = identity;
	}

	/** Completes the case's open task with this id in the model. */
	public void complete(CaseNumber caseNumber, UserId user, String taskKey, Map<String, Object> form) {
		settle(caseNumber);
		Task task = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseNumber.value())
			.taskDefinitionKey(taskKey)
			.singleResult();
		this.identity.setAuthentication(user.value(),
				this.identity.createGroupQuery()
					.groupMember(user.value())
					.list()
					.stream()
					.map((group) -> group.getId())
					.toList());
		try {
			if (!user.value().equals(task.getAssignee())) {
				this.tasks.claim(task.getId(), user.value());
			}
			this.forms.submitTaskForm(task.getId(), form);
		}
		finally {
			this.identity.clearAuthentication();
		}
		settle(caseNumber);
	}

	/** Whether the case has an open task with this id in the model. */
	public boolean isWaiting(CaseNumber caseNumber, String taskKey) {
		settle(caseNumber);
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseNumber.value())
			.taskDefinitionKey(taskKey)
			.count() > 0;
	}

	/** Runs the work that waits between two tasks; the job executor may be faster. */
	public void settle(CaseNumber caseNumber) {
		for (int round = 0; round < PATIENCE; round++) {
			List<Job> waiting = this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(caseNumber.value())
				.list()
				.stream()
				.map(ProcessInstance::getId)
				.flatMap((instance) -> this.management.createJobQuery()
					.processInstanceId(instance)
					.executable()
					.list()
					.stream())
				.toList();
			if (waiting.isEmpty()) {
				return;
			}
			waiting.forEach(this::run);
		}
	}

	private void run(Job job) {
		try {
			this.management.executeJob(job.getId());
		}
		catch (OptimisticLockingException ex) {
			// The job executor has just run it.
		}
		catch (ProcessEngineException ex) {
			if (this.management.createJobQuery().jobId(job.getId()).count() > 0) {
				throw ex;
			}
		}
	}

}
