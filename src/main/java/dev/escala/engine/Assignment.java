package dev.escala.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

import dev.escala.reference.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the models ask at each user task: {@code ${assignment.groups(execution)}} and so
 * on. The answers come from the task's {@link UserTask}.
 */
@Component("assignment")
public class Assignment {

	private final ObjectProvider<UserTasks> tasks;

	Assignment(ObjectProvider<UserTasks> tasks) {
		this.tasks = tasks;
	}

	public Set<String> groups(DelegateExecution execution) {
		return task(execution).candidateGroups(TaskScope.of(execution));
	}

	public String owner(DelegateExecution execution) {
		return task(execution).assignee(TaskScope.of(execution)).map(UserId::value).orElse(null);
	}

	public Date dueDate(DelegateExecution execution) {
		return date(task(execution).dueAt(TaskScope.of(execution)));
	}

	public Date followUpDate(DelegateExecution execution) {
		return date(task(execution).followUpAt(TaskScope.of(execution)));
	}

	private static Date date(Optional<Instant> instant) {
		return instant.map(Date::from).orElse(null);
	}

	private UserTask task(DelegateExecution execution) {
		return this.tasks.getObject().get(execution.getCurrentActivityId());
	}

}
