package dev.escala.engine.guard;

import org.camunda.bpm.engine.impl.interceptor.Command;

/** Looks at a command before the engine carries it out. */
interface CommandGuard {

	/**
	 * Looks at one command.
	 * @param command what was sent
	 * @param sender who sent it
	 * @throws dev.escala.validation.Refusal where it must not be carried out, in Spanish
	 */
	void check(Command<?> command, Sender sender);

}
