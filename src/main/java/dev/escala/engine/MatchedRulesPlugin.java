package dev.escala.engine;

import java.util.List;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.stereotype.Component;

/** Registers {@link MatchedRules} with the engine's decision tables. */
@Component
class MatchedRulesPlugin extends AbstractProcessEnginePlugin {

	private final MatchedRules matchedRules;

	MatchedRulesPlugin(MatchedRules matchedRules) {
		this.matchedRules = matchedRules;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		DefaultDmnEngineConfiguration decisions = configuration.getDmnEngineConfiguration();
		if (decisions == null) {
			decisions = new DefaultDmnEngineConfiguration();
			configuration.setDmnEngineConfiguration(decisions);
		}
		decisions.setCustomPostDecisionTableEvaluationListeners(List.of(this.matchedRules));
	}

}
