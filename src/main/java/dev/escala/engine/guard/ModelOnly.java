package dev.escala.engine.guard;

import java.util.Set;

import dev.escala.validation.ForbiddenException;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * What staff may do, they do as the model says: start a process at its beginning and end
 * a task by completing it. The engine lets the same people start it at any activity or by
 * a message, and end a task by an error or an escalation that nothing catches, behind
 * every check.
 */
class ModelOnly implements CommandGuard {

	private static final Set<Class<?>> THROWN = Set.of(HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class);

	private static final Set<Class<?>> EVENTS = Set.of(CorrelateMessageCmd.class, CorrelateAllMessageCmd.class,
			MessageEventReceivedCmd.class, SignalEventReceivedCmd.class, SignalCmd.class,
			EvaluateStartConditionCmd.class);

	@Override
	public void check(Command<?> command, Sender sender) {
		if (command instanceof StartProcessInstanceAtActivitiesCmd && sender.isStaff()) {
			throw new ForbiddenException("Un proceso solo se empieza por el principio.");
		}
		if (THROWN.contains(command.getClass()) && sender.isStaff()) {
			throw new ForbiddenException("Una tarea solo se termina completándola.");
		}
		if (EVENTS.contains(command.getClass()) && sender.isStaff()) {
			throw new ForbiddenException(
					"Los mensajes y las señales de los procesos los envía Escala, no una persona.");
		}
	}

}
