package dev.escala.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.due.AllowedTime;
import dev.escala.engine.receiver.NewTask;
import dev.escala.engine.receiver.WorkReceiver;
import dev.escala.engine.stage.Stages;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the models ask at each user task: {@code ${assignment.groups(execution)}} and so
 * on. The answers come from the task's {@link UserTask}, or from the model where an owner
 * added the task.
 */
@Component("assignment")
public class Assignment {

	private final ObjectProvider<UserTasks> tasks;

	private final ObjectProvider<AllowedTime> allowed;

	private final Stages stages;

	private final ObjectProvider<WorkReceiver> receiver;

	Assignment(ObjectProvider<UserTasks> tasks, ObjectProvider<AllowedTime> allowed, Stages stages,
			ObjectProvider<WorkReceiver> receiver) {
		this.receiver = receiver;
		this.tasks = tasks;
		this.stages = stages;
		this.allowed = allowed;
	}

	public Set<String> groups(DelegateExecution execution) {
		return this.receiver.getObject().groups(task(execution).candidateGroups(TaskScope.of(execution)));
	}

	/** Whose the task is, or who stands in while that person is away. */
	public String owner(DelegateExecution execution) {
		TaskScope scope = TaskScope.of(execution);
		UserTask task = task(execution);
		return task.assignee(scope)
			.flatMap((meant) -> this.receiver.getObject().person(begins(execution, task, scope), meant))
			.map(UserId::value)
			.orElse(null);
	}

	private static NewTask begins(DelegateExecution execution, UserTask task, TaskScope scope) {
		TaskEntity begun = ((ExecutionEntity) execution).getTasks()
			.stream()
			.filter((one) -> one.getTaskDefinitionKey().equals(execution.getCurrentActivityId()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No task begins at " + execution.getCurrentActivityId()));
		return new NewTask(begun.getId(), execution.getCurrentActivityName(), scope.caseNumber(),
				task.candidateGroups(scope), (person) -> task.isRefusedTo(scope, person),
				(person) -> begun.addCandidateUser(person.value()));
	}

	/** The date of its clock; where none holds, a table says how long it may take. */
	public Date dueDate(DelegateExecution execution) {
		TaskScope scope = TaskScope.of(execution);
		UserTask task = task(execution);
		return date(task.dueAt(scope)
			.or(() -> Optional
				.of(this.allowed.getObject().end(scope.caseNumber(), task.key(), task.candidateGroups(scope)))));
	}

	public Date followUpDate(DelegateExecution execution) {
		return date(task(execution).followUpAt(TaskScope.of(execution)));
	}

	private static Date date(Optional<Instant> instant) {
		return instant.map(Date::from).orElse(null);
	}

	private UserTask task(DelegateExecution execution) {
		String key = execution.getCurrentActivityId();
		return this.tasks.getObject()
			.find(key)
			.or(() -> this.stages.find(execution))
			.orElseThrow(() -> new IllegalStateException("No UserTask bean for " + key + ", and it is no stage"));
	}

}
