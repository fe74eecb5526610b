package dev.escala.engine.guard;

import java.util.ArrayList;
import java.util.List;

import dev.escala.engine.DeploymentGuard;
import dev.escala.validation.Refusal;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Shows each file of a new deployment to the {@link DeploymentGuard}s, whichever way it
 * is deployed. Whoever deploys gets the sentence as a bad request.
 */
@Component
class DeploymentGuardPlugin extends AbstractProcessEnginePlugin {

	private final ObjectProvider<DeploymentGuard> guards;

	DeploymentGuardPlugin(ObjectProvider<DeploymentGuard> guards) {
		this.guards = guards;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<Deployer> deployers = new ArrayList<>();
		if (configuration.getCustomPreDeployers() != null) {
			deployers.addAll(configuration.getCustomPreDeployers());
		}
		deployers.add(this::guard);
		configuration.setCustomPreDeployers(deployers);
	}

	/** Deployers also see old deployments, when the engine reads them again. */
	private void guard(DeploymentEntity deployment) {
		if (!deployment.isNew()) {
			return;
		}
		try {
			deployment.getResources()
				.forEach((name, resource) -> this.guards.orderedStream()
					.forEach((guard) -> guard.check(name, resource.getBytes())));
		}
		catch (Refusal ex) {
			throw new BadUserRequestException(ex.getMessage(), ex);
		}
	}

}
