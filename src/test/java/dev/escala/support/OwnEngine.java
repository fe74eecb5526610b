package dev.escala.support;

import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Camunda's web applications and its REST API find the engine in two registers of the
 * whole virtual machine, where the application that started last stands. Before each test
 * class they are set to the engine of the application that the class talks to, so that
 * the order of classes does not matter.
 */
public class OwnEngine implements TestExecutionListener, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void beforeTestClass(TestContext test) {
		ProcessEngine own = test.getApplicationContext().getBeanProvider(ProcessEngine.class).getIfUnique();
		if (own == null) {
			return;
		}
		ProcessEngines.registerProcessEngine(own);
		ProcessEngine registered = BpmPlatform.getDefaultProcessEngine();
		if (own != registered) {
			RuntimeContainerDelegate register = RuntimeContainerDelegate.INSTANCE.get();
			if (registered != null) {
				register.unregisterProcessEngine(registered);
			}
			register.registerProcessEngine(own);
		}
		freshApplications();
	}

	/** An application that stops takes these along, and one remembers the engine. */
	private static void freshApplications() {
		Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
		Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
		Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
		Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
	}

}
