package dev.escala.followup.process;

import dev.escala.followup.MakeFollowUpCall;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service task of {@code follow-up-call.bpmn}. */
@Configuration(proxyBeanMethods = false)
class FollowUpDelegates {

	@Bean
	JavaDelegate checkFollowUp(MakeFollowUpCall calls) {
		return (execution) -> execution.setVariable(FollowUpCallProcess.WELCOME,
				calls.isWelcome(FollowUpTimers.id(execution)));
	}

}
