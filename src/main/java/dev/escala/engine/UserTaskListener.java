package dev.escala.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;

import dev.escala.engine.stage.Stages;
import dev.escala.reference.UserId;
import dev.escala.validation.ForbiddenException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Hands every user task to its {@link UserTask}: what the form offers when it is created,
 * what it means when it is assigned, dated and completed. Only the assignee completes a
 * task and only supervisors date it, whichever way.
 */
class UserTaskListener implements TaskListener {

	/** Who may move a deadline by hand; the group's id is the same as the role's. */
	static final String SUPERVISORS = "supervisors";

	private final UserTasks tasks;

	private final Stages stages;

	private final IdentityService identity;

	UserTaskListener(UserTasks tasks, Stages stages, IdentityService identity) {
		this.tasks = tasks;
		this.stages = stages;
		this.identity = identity;
	}

	@Override
	public void notify(DelegateTask task) {
		if (task.getExecution() == null) {
			throw new OptimisticLockingException("Another transaction ended the task");
		}
		Optional<UserTask> known = this.tasks.find(task.getTaskDefinitionKey()).or(() -> this.stages.find(task));
		switch (task.getEventName()) {
			case EVENTNAME_CREATE -> known.ifPresent((userTask) -> offer(task, userTask));
			case EVENTNAME_ASSIGNMENT -> known.ifPresent((userTask) -> assigned(task, userTask));
			case EVENTNAME_UPDATE -> known.ifPresent((userTask) -> dated(task, userTask));
			default -> completed(task, known);
		}
	}

	private static void offer(DelegateTask task, UserTask userTask) {
		userTask.formData(TaskScope.of(task.getExecution()))
			.forEach((name, value) -> task.setVariableLocal(name,
					(value instanceof String) ? value : SpinValues.jsonValue(Spin.JSON(value).toString()).create()));
	}

	private void assigned(DelegateTask task, UserTask userTask) {
		UserId assignee = UserId.nullable(task.getAssignee());
		if (assignee != null) {
			userTask.claimed(TaskScope.of(task.getExecution()), assignee,
					actor().map(Authentication::getUserId).map(UserId::new).orElse(assignee));
		}
	}

	/**
	 * The dates of a task are those of its clock. Whoever sets another date means the
	 * clock, or the task alone where no clock holds.
	 */
	private void dated(DelegateTask task, UserTask userTask) {
		boolean changed = ((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DUE_DATE);
		// A task from before its kind had a date has none, and nobody took it away.
		if (task.getDueDate() == null && !changed) {
			return;
		}
		TaskScope scope = TaskScope.of(task.getExecution());
		Optional<Instant> clock = userTask.dueAt(scope);
		boolean dueMoved = (changed || clock.isPresent()) && differs(task.getDueDate(), clock);
		boolean followUpMoved = differs(task.getFollowUpDate(), userTask.followUpAt(scope));
		if (!dueMoved && !followUpMoved) {
			return;
		}
		Authentication actor = actor().filter((one) -> one.getGroupIds() != null)
			.filter((one) -> one.getGroupIds().contains(SUPERVISORS))
			.orElseThrow(() -> new ForbiddenException(
					"El vencimiento y el seguimiento son los del plazo del caso. Solo Supervisión puede cambiarlos."));
		if (task.getDueDate() == null) {
			throw new ForbiddenException("Una tarea con plazo no puede quedarse sin vencimiento.");
		}
		if (!dueMoved) {
			throw new ForbiddenException("El seguimiento se calcula a partir del vencimiento: cambie este.");
		}
		if (clock.isEmpty()) {
			return;
		}
		userTask.moveDue(scope, task.getDueDate().toInstant(), new UserId(actor.getUserId()));
		task.setDueDate(userTask.dueAt(scope).map(Date::from).orElse(null));
		task.setFollowUpDate(userTask.followUpAt(scope).map(Date::from).orElse(null));
	}

	/** The engine keeps milliseconds, and Tasklist sends seconds. */
	private static boolean differs(Date date, Optional<Instant> clock) {
		return !Objects.equals(Optional.ofNullable(date).map((one) -> one.getTime() / 1000),
				clock.map(Instant::getEpochSecond));
	}

	private void completed(DelegateTask task, Optional<UserTask> known) {
		UserId user = assigneeWhoActs(task);
		known.ifPresent((userTask) -> {
			CompletedUserTask completed = new CompletedUserTask(task, user);
			userTask.complete(completed);
			completed.forget();
		});
	}

	private UserId assigneeWhoActs(DelegateTask task) {
		if (task.getAssignee() == null) {
			throw new ForbiddenException("Tome la tarea antes de completarla.");
		}
		return new UserId(actor().map(Authentication::getUserId)
			.filter((user) -> user.equals(task.getAssignee()))
			.orElseThrow(() -> new ForbiddenException("Esta tarea la tiene " + task.getAssignee()
					+ ". Solo esa persona puede completarla; pídale que la libere.")));
	}

	private Optional<Authentication> actor() {
		return Optional.ofNullable(this.identity.getCurrentAuthentication());
	}

}
