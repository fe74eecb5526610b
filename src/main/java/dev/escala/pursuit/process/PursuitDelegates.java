package dev.escala.pursuit.process;

import dev.escala.pursuit.stage.StageMoves;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the processes of pursuits, one bean each. */
@Configuration(proxyBeanMethods = false)
class PursuitDelegates {

	@Bean
	JavaDelegate resumeContact(StageMoves moves) {
		return (execution) -> execution.setVariable(StageVariables.NEXT_STAGE,
				moves.resume(new CaseNumber(execution.getProcessBusinessKey())));
	}

}
