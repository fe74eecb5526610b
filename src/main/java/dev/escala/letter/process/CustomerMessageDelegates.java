package dev.escala.letter.process;

import dev.escala.engine.variable.ProcessVariables;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.SendLetter;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work of {@code customer-message.bpmn}, one bean for each task. */
@Configuration(proxyBeanMethods = false)
class CustomerMessageDelegates {

	@Bean
	JavaDelegate decideMessageReview(CustomerLetters letters) {
		return (execution) -> execution.setVariable(CustomerMessageProcess.SECOND_READER,
				letters.decideReading(new CaseNumber(execution.getProcessBusinessKey()), letterId(execution)));
	}

	@Bean
	JavaDelegate sendMessage(SendLetter sending) {
		return (execution) -> sending.send(new CaseNumber(execution.getProcessBusinessKey()), letterId(execution));
	}

	static long letterId(DelegateExecution execution) {
		return ProcessVariables.required(execution, CustomerMessageProcess.LETTER_ID, Number.class).longValue();
	}

}
