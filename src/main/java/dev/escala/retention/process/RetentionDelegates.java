package dev.escala.retention.process;

import dev.escala.reference.CaseNumber;
import dev.escala.retention.RetentionWork;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the model that nobody works on. */
@Configuration(proxyBeanMethods = false)
class RetentionDelegates {

	@Bean
	JavaDelegate callLeavingAgain(RetentionWork work) {
		return (execution) -> work.callAgain(new CaseNumber(execution.getProcessBusinessKey()));
	}

	@Bean
	JavaDelegate lookForPurchase(RetentionWork work) {
		return (execution) -> execution.setVariable(CustomerRetentionProcess.BOUGHT_AGAIN,
				work.watchOver(new CaseNumber(execution.getProcessBusinessKey())));
	}

}
