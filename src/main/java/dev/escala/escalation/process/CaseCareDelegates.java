package dev.escala.escalation.process;

import dev.escala.escalation.IdleCases;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code untouched-case.bpmn}. */
@Configuration(proxyBeanMethods = false)
class CaseCareDelegates {

	@Bean
	JavaDelegate remindOwner(IdleCases idle, Deadlines deadlines) {
		return (execution) -> execution.setVariable(UntouchedCaseProcess.TOUCHED,
				!idle.remind(deadlines.watched(execution)));
	}

	@Bean
	JavaDelegate releaseCase(IdleCases idle, Deadlines deadlines) {
		return (execution) -> execution.setVariable(UntouchedCaseProcess.TOUCHED,
				!idle.release(deadlines.watched(execution)));
	}

}
