package dev.escala.engine.guard;

import java.util.Set;

import dev.escala.validation.ForbiddenException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Comments and attachments are read by those who see the task that they belong to, and
 * written by those who may work on it. The engine gives and takes them without asking for
 * any grant.
 */
class TaskNotes implements CommandGuard {

	private static final Set<Class<?>> OF_A_TASK = Set.of(AddCommentCmd.class, GetTaskCommentsCmd.class,
			GetTaskCommentCmd.class, GetTaskEventsCmd.class, CreateAttachmentCmd.class, DeleteAttachmentCmd.class,
			GetTaskAttachmentsCmd.class, GetTaskAttachmentCmd.class, GetTaskAttachmentContentCmd.class);

	private static final Set<Class<?>> WRITTEN = Set.of(AddCommentCmd.class, CreateAttachmentCmd.class,
			DeleteAttachmentCmd.class);

	private static final Set<Class<?>> OF_NO_TASK = Set.of(GetProcessInstanceCommentsCmd.class,
			GetProcessInstanceAttachmentsCmd.class, GetAttachmentCmd.class, GetAttachmentContentCmd.class,
			SaveAttachmentCmd.class);

	@Override
	public void check(Command<?> command, Sender sender) {
		boolean ofATask = OF_A_TASK.contains(command.getClass());
		if ((!ofATask && !OF_NO_TASK.contains(command.getClass())) || !sender.isStaff()) {
			return;
		}
		String taskId = ofATask ? CommandFields.of(command).text("taskId") : null;
		TaskEntity task = (taskId == null) ? null : sender.context().getTaskManager().findTaskById(taskId);
		if (task == null) {
			throw new ForbiddenException("Los comentarios y los adjuntos son de una tarea abierta que usted ve.");
		}
		boolean written = WRITTEN.contains(command.getClass());
		if (command instanceof AddCommentCmd || command instanceof CreateAttachmentCmd) {
			String instance = CommandFields.of(command).text("processInstanceId");
			if (instance != null && !instance.equals(task.getProcessInstanceId())) {
				throw new ForbiddenException("Un comentario es del proceso de su tarea, no de otro.");
			}
		}
		for (CommandChecker checker : sender.context().getProcessEngineConfiguration().getCommandCheckers()) {
			if (written) {
				checker.checkTaskWork(task);
			}
			else {
				checker.checkReadTask(task);
			}
		}
	}

}
