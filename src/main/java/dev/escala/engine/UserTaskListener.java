package dev.escala.engine;

import java.util.Optional;

import dev.escala.validation.ForbiddenException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Hands every user task to its {@link UserTask}: what the form offers when it is created,
 * what it means when it is completed. Only the assignee completes a task, whichever way.
 */
class UserTaskListener implements TaskListener {

	private final UserTasks tasks;

	private final IdentityService identity;

	UserTaskListener(UserTasks tasks, IdentityService identity) {
		this.tasks = tasks;
		this.identity = identity;
	}

	@Override
	public void notify(DelegateTask task) {
		Optional<UserTask> known = this.tasks.find(task.getTaskDefinitionKey());
		if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
			known.ifPresent((userTask) -> offer(task, userTask));
			return;
		}
		String user = assigneeWhoActs(task);
		known.ifPresent((userTask) -> {
			CompletedUserTask completed = new CompletedUserTask(task, user);
			userTask.complete(completed);
			completed.forget();
		});
	}

	private static void offer(DelegateTask task, UserTask userTask) {
		userTask.formData(task.getExecution().getProcessBusinessKey())
			.forEach((name, value) -> task.setVariableLocal(name,
					(value instanceof String) ? value : SpinValues.jsonValue(Spin.JSON(value).toString()).create()));
	}

	private String assigneeWhoActs(DelegateTask task) {
		Authentication current = this.identity.getCurrentAuthentication();
		if (task.getAssignee() == null) {
			throw new ForbiddenException("Tome la tarea antes de completarla.");
		}
		if (current == null || !task.getAssignee().equals(current.getUserId())) {
			throw new ForbiddenException("Esta tarea la tiene " + task.getAssignee()
					+ ". Solo esa persona puede completarla; pídale que la libere.");
		}
		return current.getUserId();
	}

}
