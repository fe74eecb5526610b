package dev.escala.engine.guard;

import java.util.Set;

import dev.escala.validation.ForbiddenException;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Nobody acts for another: a person takes a task for themselves and puts it back. Whoever
 * gives a task to somebody else does so as an action of Escala, which looks who may have
 * it and who is there, and keeps the reason (001-33).
 */
class OnlyForOneself implements CommandGuard {

	private static final Set<String> WHOSE = Set.of(TaskEntity.ASSIGNEE, TaskEntity.OWNER, TaskEntity.DELEGATION,
			TaskEntity.PARENT_TASK);

	/** What staff change of a task by saving it: the dates of its clock. */
	private static final Set<String> DATES = Set.of(TaskEntity.DUE_DATE, TaskEntity.FOLLOW_UP_DATE);

	private static final String GIVE = "Para dar la tarea a otra persona use «Dar la tarea a otra persona» en la ficha "
			+ "que está sobre el formulario.";

	@Override
	public void check(Command<?> command, Sender sender) {
		if (!sender.isPerson()) {
			return;
		}
		if (command instanceof ClaimTaskCmd) {
			taken(CommandFields.of(command), sender);
		}
		else if (command instanceof AssignTaskCmd) {
			assigned(CommandFields.of(command), sender);
		}
		else if (command instanceof DelegateTaskCmd) {
			throw new ForbiddenException("Las tareas no se delegan. " + GIVE);
		}
		else if (command instanceof ResolveTaskCmd) {
			resolved(CommandFields.of(command), sender);
		}
		else if (command instanceof AbstractAddIdentityLinkCmd || command instanceof DeleteIdentityLinkCmd) {
			linked(CommandFields.of(command), sender);
		}
		else if (command instanceof SaveTaskCmd) {
			saved((TaskEntity) CommandFields.of(command).value("task"), sender);
		}
	}

	private static void taken(CommandFields claim, Sender sender) {
		String user = claim.text("userId");
		if (user == null) {
			putBack(claim.text("taskId"), sender);
		}
		else if (!sender.is(user)) {
			throw new ForbiddenException("Cada persona toma sus tareas: nadie las toma en nombre de otra. " + GIVE);
		}
	}

	private static void assigned(CommandFields assignment, Sender sender) {
		if (assignment.text("userId") != null) {
			throw new ForbiddenException("Una tarea no se asigna así. " + GIVE);
		}
		putBack(assignment.text("taskId"), sender);
	}

	private static void putBack(String taskId, Sender sender) {
		String assignee = assignee(taskId, sender);
		if (assignee != null && !sender.is(assignee)) {
			throw new ForbiddenException("Esta tarea la tiene " + assignee + ", y solo esa persona la libera. " + GIVE);
		}
	}

	private static void resolved(CommandFields resolution, Sender sender) {
		TaskEntity task = task(resolution.text("taskId"), sender);
		boolean forThem = task != null && task.getDelegationState() == DelegationState.PENDING
				&& sender.is(task.getAssignee());
		if (!forThem) {
			throw new ForbiddenException("Nadie le ha delegado esta tarea. Complétela con su formulario.");
		}
	}

	/** Candidates come from the model; only administrators repair them. */
	private static void linked(CommandFields link, Sender sender) {
		String type = link.text("type");
		boolean whose = IdentityLinkType.ASSIGNEE.equals(type) || IdentityLinkType.OWNER.equals(type);
		if (whose || sender.isStaff()) {
			throw new ForbiddenException("Quién puede hacer una tarea lo dice el proceso. " + GIVE);
		}
	}

	private static void saved(TaskEntity task, Sender sender) {
		Set<String> changed = task.getPropertyChanges().keySet();
		if (changed.stream().anyMatch(WHOSE::contains)) {
			throw new ForbiddenException("Al guardar una tarea no se cambia quién la tiene. " + GIVE);
		}
		// Whoever has a task may save it: with a tenant nobody would see it any more.
		if (sender.isStaff() && (!DATES.containsAll(changed) || task.getTenantId() != null)) {
			throw new ForbiddenException(
					"Lo que es una tarea lo dice el proceso: en ella solo se cambian el vencimiento y el seguimiento.");
		}
	}

	private static String assignee(String taskId, Sender sender) {
		TaskEntity task = task(taskId, sender);
		return (task == null) ? null : task.getAssignee();
	}

	private static TaskEntity task(String taskId, Sender sender) {
		return (taskId == null) ? null : sender.context().getTaskManager().findTaskById(taskId);
	}

}
