package dev.escala.corrective.process;

import dev.escala.corrective.ChaseActions;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code corrective-action.bpmn}, one bean each. */
@Configuration(proxyBeanMethods = false)
class ActionDelegates {

	@Bean
	JavaDelegate remindOfAction(ChaseActions chase) {
		return (execution) -> chase.remind(ActionTimers.id(execution));
	}

	@Bean
	JavaDelegate chaseAction(ChaseActions chase) {
		return (execution) -> chase.chase(ActionTimers.id(execution));
	}

}
