package dev.escala.engine;

import java.util.function.Supplier;

import dev.escala.validation.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.stereotype.Component;

/**
 * Runs engine calls that a use case makes on its own account: without the grants of the
 * person who acts, who nevertheless stays the actor. The use case has decided before
 * whether the person may.
 */
@Component
public class AsSystem {

	private final ProcessEngineConfigurationImpl configuration;

	AsSystem(ProcessEngine engine) {
		this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
	}

	/**
	 * Calls the engine.
	 * @throws Refusal as a listener or delegate threw it, not as the engine wraps it
	 */
	public <T> T call(Supplier<T> work) {
		try {
			return this.configuration.getCommandExecutorTxRequired()
				.execute((context) -> context.runWithoutAuthorization(work::get));
		}
		catch (RuntimeException ex) {
			throw Refusals.in(ex).map((refusal) -> (RuntimeException) refusal).orElse(ex);
		}
	}

	/** Calls the engine where there is nothing to return. */
	public void run(Runnable work) {
		call(() -> {
			work.run();
			return null;
		});
	}

}
