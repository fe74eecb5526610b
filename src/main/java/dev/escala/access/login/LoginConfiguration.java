package dev.escala.access.login;

import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine must know of passwords. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

	@Bean
	AbstractCamundaConfiguration engineLogin(LoginThrottle throttle, PasswordHash hash) {
		return new AbstractCamundaConfiguration() {

			@Override
			public void preInit(SpringProcessEngineConfiguration configuration) {
				configuration.setPasswordEncryptor(hash);
				configuration.setEnablePasswordPolicy(true);
				configuration.setPasswordPolicy(PasswordRules.get());
				configuration.setIdentityService(new GuardedIdentityService(throttle, configuration, hash));
			}

		};
	}

}
