package dev.escala.handover.standin.process;

import java.time.Instant;

import dev.escala.engine.AsSystem;
import dev.escala.engine.TaskDates;
import dev.escala.engine.UserTasks;
import dev.escala.handover.standin.HeldTask;
import dev.escala.handover.standin.WorkDesk;
import dev.escala.reference.Reference;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tasks as the engine has them. */
@Component
class EngineWorkDesk implements WorkDesk {

	private final TaskService tasks;

	private final AsSystem asSystem;

	private final TaskDates dates;

	/** The tasks themselves ask who gets work, which ends here. */
	private final ObjectProvider<UserTasks> userTasks;

	EngineWorkDesk(TaskService tasks, AsSystem asSystem, TaskDates dates, ObjectProvider<UserTasks> userTasks) {
		this.tasks = tasks;
		this.asSystem = asSystem;
		this.dates = dates;
		this.userTasks = userTasks;
	}

	@Override
	public boolean isRefused(HeldTask task, UserId person) {
		return this.asSystem.call(() -> {
			Task open = this.tasks.createTaskQuery().taskId(task.id()).singleResult();
			return open == null || this.userTasks.getObject()
				.find(open.getTaskDefinitionKey())
				.filter((known) -> known.isRefusedTo(this.dates.scope(task.number(), open), person))
				.isPresent();
		});
	}

	@Override
	public boolean hasComment(HeldTask task, UserId person, Instant since) {
		return this.asSystem.call(() -> this.tasks.getTaskComments(task.id()))
			.stream()
			.anyMatch((comment) -> person.value().equals(comment.getUserId())
					&& comment.getTime().toInstant().isAfter(since));
	}

	@Override
	public void assign(HeldTask task, UserId person) {
		this.asSystem.run(() -> this.tasks.setAssignee(task.id(), Reference.valueOrNull(person)));
	}

	@Override
	public void link(HeldTask task, UserId person, boolean may) {
		this.asSystem.run(() -> {
			if (may) {
				this.tasks.addCandidateUser(task.id(), person.value());
			}
			else {
				this.tasks.deleteCandidateUser(task.id(), person.value());
			}
		});
	}

	@Override
	public void link(HeldTask task, String group, boolean may) {
		this.asSystem.run(() -> {
			if (may) {
				this.tasks.addCandidateGroup(task.id(), group);
			}
			else {
				this.tasks.deleteCandidateGroup(task.id(), group);
			}
		});
	}

}
