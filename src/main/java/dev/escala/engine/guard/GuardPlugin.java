package dev.escala.engine.guard;

import java.util.ArrayList;
import java.util.List;

import dev.escala.engine.StoredQueries;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the guards where every command passes, whichever door it came by. */
@Component
class GuardPlugin extends AbstractProcessEnginePlugin {

	private final ObjectProvider<StoredQueries> stored;

	GuardPlugin(ObjectProvider<StoredQueries> stored) {
		this.stored = stored;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<CommandInterceptor> interceptors = new ArrayList<>();
		if (configuration.getCustomPostCommandInterceptorsTxRequired() != null) {
			interceptors.addAll(configuration.getCustomPostCommandInterceptorsTxRequired());
		}
		interceptors.add(new CommandGuards(List.of(new QueryExpressions(this.stored), new OnlyForOneself(),
				new OnlyFormFields(), new ModelOnly(), new EngineJobs(), new TaskNotes())));
		interceptors.add(new PutBack());
		configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
	}

}
