package dev.escala.engine.guard;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Lets whoever has a task put it back. Tasklist's button assigns the task to nobody, for
 * which the engine asks for the right to give tasks away; it is a claim undone, for which
 * the right to work on the task suffices.
 */
class PutBack extends CommandInterceptor {

	@Override
	@SuppressWarnings("unchecked")
	public <T> T execute(Command<T> command) {
		if (command instanceof AssignTaskCmd) {
			CommandFields fields = CommandFields.of(command);
			String taskId = fields.text("taskId");
			if (fields.text("userId") == null && isOwn(taskId)) {
				return this.next.execute((Command<T>) new ClaimTaskCmd(taskId, null));
			}
		}
		return this.next.execute(command);
	}

	private static boolean isOwn(String taskId) {
		TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
		return task != null && new Sender(Context.getCommandContext()).is(task.getAssignee());
	}

}
