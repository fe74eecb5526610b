package dev.escala.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes no more jobs from the moment in which the node is told to stop. Otherwise the
 * thread pool closes first, and what is taken after that waits, locked and unworked,
 * until its lock runs out.
 */
@Component
class AcquisitionStop {

	private final JobExecutor jobExecutor;

	AcquisitionStop(ProcessEngine engine) {
		this.jobExecutor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void stop(ContextClosedEvent event) {
		if (this.jobExecutor != null && this.jobExecutor.isActive()) {
			this.jobExecutor.shutdown();
		}
	}

}
