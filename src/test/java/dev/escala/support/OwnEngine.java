package dev.escala.support;

import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Camunda's web applications and its REST API find the engine in a register of the whole
 * virtual machine, where the application that started last stands. Before each test class
 * that is set to the engine of the application that the class talks to, so that the order
 * of classes does not matter.
 */
public class OwnEngine implements TestExecutionListener, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void beforeTestClass(TestContext test) {
		ProcessEngine own = test.getApplicationContext().getBeanProvider(ProcessEngine.class).getIfUnique();
		ProcessEngine registered = BpmPlatform.getDefaultProcessEngine();
		if (own != null && own != registered) {
			RuntimeContainerDelegate register = RuntimeContainerDelegate.INSTANCE.get();
			if (registered != null) {
				register.unregisterProcessEngine(registered);
			}
			register.registerProcessEngine(own);
		}
	}

}
