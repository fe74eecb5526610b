package dev.escala.engine;

import java.util.List;
import java.util.Optional;

import dev.escala.validation.ForbiddenException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What staff may do, they do as the model says: start a process at its beginning and end
 * a task by completing it. The engine lets the same people start it at any activity and
 * end a task by an error or an escalation that nothing catches, behind every check.
 */
class NoWayRoundTheModel extends CommandInterceptor {

	/** Who may repair processes; the group's id is the same as the role's. */
	private static final String ADMINISTRATORS = "camunda-admin";

	private final ObjectProvider<IdentityService> identity;

	NoWayRoundTheModel(ObjectProvider<IdentityService> identity) {
		this.identity = identity;
	}

	@Override
	public <T> T execute(Command<T> command) {
		if (command instanceof StartProcessInstanceAtActivitiesCmd && isStaffs()) {
			throw new ForbiddenException("Un proceso solo se empieza por el principio.");
		}
		boolean thrown = command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd;
		if (thrown && isStaffs()) {
			throw new ForbiddenException("Una tarea solo se termina completándola.");
		}
		return this.next.execute(command);
	}

	/** Not a use case of ours, and not an administrator. */
	private boolean isStaffs() {
		CommandContext outer = Context.getCommandContext();
		if (outer != null && !outer.isAuthorizationCheckEnabled()) {
			return false;
		}
		return Optional.ofNullable(this.identity.getObject().getCurrentAuthentication())
			.map(Authentication::getGroupIds)
			.map((groups) -> (groups == null) ? List.<String>of() : groups)
			.filter((groups) -> !groups.contains(ADMINISTRATORS))
			.isPresent();
	}

}
