package dev.escala.access;

import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine itself must know of who may do what. */
@Configuration(proxyBeanMethods = false)
class EngineAccessConfiguration {

	/** What a user id may look like. */
	static final String USER_ID = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

	@Bean
	AbstractCamundaConfiguration engineAccess() {
		return new AbstractCamundaConfiguration() {

			@Override
			public void preInit(SpringProcessEngineConfiguration configuration) {
				configuration.setResourceAuthorizationProvider(new OwnProfile());
				// Candidates work on a task; only some may give it to somebody else.
				configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
				// Delegates and listeners act for Escala, not for whoever completed a
				// task.
				configuration.setAuthorizationEnabledForCustomCode(false);
				// Ids become parts of addresses and of grants; the engine's default
				// allows no hyphen.
				configuration.setGroupResourceWhitelistPattern("[a-z0-9]+(-[a-z0-9]+)*");
				configuration.setUserResourceWhitelistPattern(USER_ID);
			}

		};
	}

}
