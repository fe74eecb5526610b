package dev.escala.observation.process;

import java.util.Optional;

import dev.escala.observation.EndOfObservation;
import dev.escala.observation.Observation;
import dev.escala.observation.ObserveMatter;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service and business rule tasks of {@code observed-case.bpmn}, one bean each.
 */
@Configuration(proxyBeanMethods = false)
class ObservationDelegates {

	@Bean
	JavaDelegate decideObservation(ObserveMatter observing) {
		return (execution) -> {
			Optional<Observation> begun = observing.begin(new CaseNumber(execution.getProcessBusinessKey()));
			execution.setVariable(ObservedCaseProcess.OBSERVED, begun.isPresent());
			begun.ifPresent((one) -> execution.setVariable(ObservedCaseProcess.OBSERVATION_ID, one.id()));
		};
	}

	@Bean
	JavaDelegate askWhetherSolved(EndOfObservation end) {
		return (execution) -> end.ask(ObservationTimers.id(execution));
	}

	@Bean
	JavaDelegate endObservation(EndOfObservation end) {
		return (execution) -> execution.setVariable(ObservedCaseProcess.MAIL_WAITS,
				end.unanswered(ObservationTimers.id(execution)));
	}

}
