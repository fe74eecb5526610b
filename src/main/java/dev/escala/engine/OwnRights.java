package dev.escala.engine;

import java.util.function.Supplier;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.stereotype.Component;

/**
 * Runs the engine calls of a use case with Escala's own rights. The use case has already
 * decided that the person may do this; the engine's grants only say what people may do by
 * themselves in its web applications. The person stays the author in the engine's logs
 * and as the initiator of what is started.
 */
@Component
public class OwnRights {

	private final ProcessEngineConfigurationImpl engine;

	OwnRights(ProcessEngine engine) {
		this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
	}

	/**
	 * Runs the work as one engine command, in the caller's transaction. What it writes is
	 * flushed at its end: a query inside it does not see what it has just written.
	 */
	public <T> T call(Supplier<T> work) {
		return this.engine.getCommandExecutorTxRequired()
			.execute((context) -> context.runWithoutAuthorization((java.util.concurrent.Callable<T>) work::get));
	}

	/** Like {@link #call} for work without a result. */
	public void run(Runnable work) {
		call(() -> {
			work.run();
			return null;
		});
	}

}
