package dev.escala.engine.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.escala.engine.DeploymentGuard;
import dev.escala.engine.DeploymentGuard.NewFiles;
import dev.escala.engine.persistence.InForceRepository;
import dev.escala.reference.UserId;
import dev.escala.validation.Refusal;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Shows the files of a new deployment to the {@link DeploymentGuard}s, whichever way they
 * are deployed, and has those deployed that are not in force. Whoever deploys gets the
 * sentence as a bad request.
 */
@Component
class DeploymentGuardPlugin extends AbstractProcessEnginePlugin {

	private final ObjectProvider<DeploymentGuard> guards;

	private final ObjectProvider<InForceRepository> inForce;

	DeploymentGuardPlugin(ObjectProvider<DeploymentGuard> guards, ObjectProvider<InForceRepository> inForce) {
		this.guards = guards;
		this.inForce = inForce;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<Deployer> deployers = new ArrayList<>();
		if (configuration.getCustomPreDeployers() != null) {
			deployers.addAll(configuration.getCustomPreDeployers());
		}
		String ownName = (configuration instanceof SpringTransactionsProcessEngineConfiguration spring)
				? spring.getDeploymentName() : null;
		deployers.add((deployment) -> guard(deployment, Objects.equals(deployment.getName(), ownName)));
		configuration.setCustomPreDeployers(deployers);
		configuration.setDeploymentHandlerFactory((engine) -> new OnlyInForce(engine, this.inForce));
	}

	/** Deployers also see old deployments, when the engine reads them again. */
	private void guard(DeploymentEntity deployment, boolean own) {
		if (!deployment.isNew()) {
			return;
		}
		Map<String, byte[]> files = new LinkedHashMap<>();
		deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
		UserId by = UserId.nullable(Context.getCommandContext().getAuthenticatedUserId());
		NewFiles sent = new NewFiles(deployment.getName(), files, by, own && by == null);
		try {
			this.guards.orderedStream().forEach((guard) -> guard.check(sent));
		}
		catch (Refusal ex) {
			throw new BadUserRequestException(ex.getMessage(), ex);
		}
	}

}
