package dev.escala.engine.guard;

import dev.escala.engine.persistence.InForceRepository;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Whoever sends a file finds it in force afterwards. The engine leaves out a file that
 * did not change since the last deployment of the same name, also where one of another
 * name has put something else in force; then the file is deployed again. What the
 * application brings along at its start is left as it is: there, another one in force is
 * an owner's.
 */
class OnlyInForce extends DefaultDeploymentHandler {

	private final ObjectProvider<InForceRepository> inForce;

	OnlyInForce(ProcessEngine engine, ObjectProvider<InForceRepository> inForce) {
		super(engine);
		this.inForce = inForce;
	}

	@Override
	public boolean shouldDeployResource(Resource sent, Resource before) {
		return super.shouldDeployResource(sent, before) || Context.getCommandContext().getAuthenticatedUserId() != null
				&& !this.inForce.getObject().isInForce(before.getDeploymentId(), before.getName());
	}

}
