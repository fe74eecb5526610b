package dev.escala.idea.process;

import dev.escala.idea.ChaseIdea;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service task of {@code idea.bpmn}. */
@Configuration(proxyBeanMethods = false)
class IdeaDelegates {

	@Bean
	JavaDelegate remindOfIdea(ChaseIdea chase) {
		return (execution) -> chase.chase(new CaseNumber(execution.getProcessBusinessKey()));
	}

}
