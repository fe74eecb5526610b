package dev.escala.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;

import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The due and follow-up dates of open tasks are the stored dates of their clocks. Where
 * none holds, the task keeps the due date that it has.
 */
@Component
public class TaskDates {

	private final TaskService tasks;

	private final RuntimeService runtime;

	/** The tasks themselves ask for the clocks, which end here. */
	private final ObjectProvider<UserTasks> userTasks;

	TaskDates(TaskService tasks, RuntimeService runtime, ObjectProvider<UserTasks> userTasks) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.userTasks = userTasks;
	}

	/** Sets the dates of every open task anew. */
	public void sync(CaseNumber number) {
		this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.list()
			.forEach((task) -> this.userTasks.getObject()
				.find(task.getTaskDefinitionKey())
				.ifPresent((known) -> sync(task, known, scope(number, task))));
	}

	private void sync(Task task, UserTask known, TaskScope scope) {
		Date due = known.dueAt(scope).map(TaskDates::date).orElse(task.getDueDate());
		Date followUp = known.followUpAt(scope).map(TaskDates::date).orElse(null);
		if (!Objects.equals(due, task.getDueDate()) || !Objects.equals(followUp, task.getFollowUpDate())) {
			task.setDueDate(due);
			task.setFollowUpDate(followUp);
			this.tasks.saveTask(task);
		}
	}

	/** Where an open task stands. */
	public TaskScope scope(CaseNumber number, Task task) {
		return new TaskScope(number, (name) -> this.runtime.getVariable(task.getExecutionId(), name));
	}

	private static Date date(Instant instant) {
		// The engine keeps milliseconds.
		return new Date(instant.toEpochMilli());
	}

}
