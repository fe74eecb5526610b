package dev.escala.observation.process;

import java.util.Date;

import dev.escala.engine.variable.ProcessVariables;
import dev.escala.observation.Observation;
import dev.escala.observation.ObserveMatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What the timers of the model ask: {@code ${observationTimers.until(execution)}}. They
 * read the stored date.
 */
@Component("observationTimers")
public class ObservationTimers {

	private final ObserveMatter observing;

	ObservationTimers(ObserveMatter observing) {
		this.observing = observing;
	}

	/** When the customer is asked whether it is over. */
	public Date until(DelegateExecution execution) {
		return Date.from(observation(execution).until());
	}

	/** Until when their answer is awaited. */
	public Date answerUntil(DelegateExecution execution) {
		return Date.from(observation(execution).answerUntil());
	}

	private Observation observation(DelegateExecution execution) {
		return this.observing.get(id(execution));
	}

	static long id(DelegateExecution execution) {
		return ProcessVariables.required(execution, ObservedCaseProcess.OBSERVATION_ID, Long.class);
	}

}
