package dev.escala.engine.guard;

import dev.escala.engine.persistence.InForceRepository;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Whoever sends a file finds it in force afterwards. The engine leaves out a file that
 * did not change since the last deployment of the same name, also where one of another
 * name has put something else in force; then the file is deployed again. What the
 * application brings along at its start never replaces what an owner has put in force
 * since: they compare the two and take it, or not. Whoever took it has put nothing of
 * their own in force.
 */
class OnlyInForce extends DefaultDeploymentHandler {

	private static final Logger logger = LoggerFactory.getLogger(OnlyInForce.class);

	private final ObjectProvider<InForceRepository> inForce;

	OnlyInForce(ProcessEngine engine, ObjectProvider<InForceRepository> inForce) {
		super(engine);
		this.inForce = inForce;
	}

	@Override
	public boolean shouldDeployResource(Resource sent, Resource before) {
		boolean changed = super.shouldDeployResource(sent, before);
		if (Context.getCommandContext().getAuthenticatedUserId() != null) {
			return changed || !isInForce(before);
		}
		if (changed && !isInForce(before)
				&& !this.inForce.getObject().isAsBrought(before.getDeploymentId(), before.getName())) {
			logger.warn(
					"{} is kept as its owner deployed it; the one that this version brings is at /modelos/vigentes.",
					sent.getName());
			return false;
		}
		return changed;
	}

	private boolean isInForce(Resource file) {
		return this.inForce.getObject().isInForce(file.getDeploymentId(), file.getName());
	}

}
