package dev.escala.engine;

import java.util.List;

import dev.escala.engine.feel.ParsedOnceFeel;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.stereotype.Component;

/**
 * How decision tables are evaluated here: {@link MatchedRules} hears of each, and
 * {@link ParsedOnceFeel} reads each cell once.
 */
@Component
class DecisionEnginePlugin extends AbstractProcessEnginePlugin {

	private final MatchedRules matchedRules;

	DecisionEnginePlugin(MatchedRules matchedRules) {
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
		decisions.setFeelEngineFactory(new ParsedOnceFeel.Factory());
	}

}
