package dev.escala.visibility.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.visibility.OfferedTasks;
import dev.escala.visibility.Visibility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever was offered a task of a case has seen it, and sees it when the task is over.
 * Written in the transaction that offers the task.
 */
@Component
class EngineTasks implements OfferedTasks {

	private final TaskService tasks;

	private final ObjectProvider<Visibility> visibility;

	EngineTasks(TaskService tasks, ObjectProvider<Visibility> visibility) {
		this.tasks = tasks;
		this.visibility = visibility;
	}

	@EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "' or #task.eventName == '"
			+ TaskListener.EVENTNAME_ASSIGNMENT + "'")
	void offered(DelegateTask task) {
		CaseNumber number = (task.getExecution() == null) ? null
				: CaseNumber.nullable(task.getExecution().getProcessBusinessKey());
		if (number == null) {
			return;
		}
		List<String> groups = new ArrayList<>();
		List<UserId> users = new ArrayList<>();
		Optional.ofNullable(UserId.nullable(task.getAssignee())).ifPresent(users::add);
		for (IdentityLink candidate : task.getCandidates()) {
			if (candidate.getGroupId() != null) {
				groups.add(candidate.getGroupId());
			}
			else if (candidate.getUserId() != null) {
				users.add(new UserId(candidate.getUserId()));
			}
		}
		if (!groups.isEmpty() || !users.isEmpty()) {
			this.visibility.getObject().offered(number, groups, users);
		}
	}

	/** The engine's grants say which tasks somebody sees. */
	@Override
	public boolean isAnyForMe(CaseNumber number) {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(number.value()).count() > 0;
	}

}
