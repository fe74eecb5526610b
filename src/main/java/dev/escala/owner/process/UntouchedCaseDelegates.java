package dev.escala.owner.process;

import java.util.Set;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.WatchModel;
import dev.escala.clock.process.Deadlines;
import dev.escala.owner.IdleMatters;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code untouched-case.bpmn}. */
@Configuration(proxyBeanMethods = false)
class UntouchedCaseDelegates {

	@Bean
	WatchModel untouchedCase() {
		return new WatchModel(UntouchedCaseProcess.KEY, Set.of(ServiceClock.ACTIVITY),
				UntouchedCaseProcess.EVENT_NO_ACTIVITY, UntouchedCaseProcess.EVENT_STILL_NO_ACTIVITY, false);
	}

	@Bean
	JavaDelegate remindOwner(IdleMatters idle, Deadlines deadlines) {
		return (execution) -> execution.setVariable(UntouchedCaseProcess.TOUCHED,
				!idle.remind(deadlines.watched(execution)));
	}

	@Bean
	JavaDelegate releaseCase(IdleMatters idle, Deadlines deadlines) {
		return (execution) -> execution.setVariable(UntouchedCaseProcess.TOUCHED,
				!idle.release(deadlines.watched(execution)));
	}

}
