package dev.escala.engine.guard;

import java.util.List;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Shows every command to every guard, inside the transaction that carries it out. */
class CommandGuards extends CommandInterceptor {

	private final List<CommandGuard> guards;

	CommandGuards(List<CommandGuard> guards) {
		this.guards = guards;
	}

	@Override
	public <T> T execute(Command<T> command) {
		Sender sender = new Sender(Context.getCommandContext());
		this.guards.forEach((guard) -> guard.check(command, sender));
		return this.next.execute(command);
	}

}
