package dev.escala.engine.variable;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads what a process was given when it began. */
public final class ProcessVariables {

	private ProcessVariables() {
	}

	/**
	 * A variable that the process has for as long as it lives.
	 * @throws OptimisticLockingException where another transaction has just ended it,
	 * which the engine takes for what it is: whoever comes too late looks again
	 * @throws IllegalStateException where the process never had it
	 */
	public static <T> T required(DelegateExecution execution, String name, Class<T> type) {
		Object value = execution.getVariable(name);
		if (value != null) {
			return type.cast(value);
		}
		boolean lives = execution.getProcessEngineServices()
			.getRuntimeService()
			.createExecutionQuery()
			.executionId(execution.getId())
			.count() > 0;
		throw lives
				? new IllegalStateException("The process of " + execution.getProcessBusinessKey() + " has no " + name)
				: new OptimisticLockingException("Another transaction ended the execution");
	}

}
