package dev.escala.engine.statement;

import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.stereotype.Component;

/** Gives the engine's statements {@link RememberedGetters} before the first is made. */
@Component
class StatementPlugin extends AbstractProcessEnginePlugin {

	private static final RememberedGetters GETTERS = new RememberedGetters();

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		// For the whole virtual machine, which has one MyBatis.
		OgnlRuntime.setPropertyAccessor(Object.class, GETTERS);
	}

}
