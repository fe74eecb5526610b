package dev.escala.escalation.process;

import java.util.Locale;
import java.util.Optional;

import dev.escala.escalation.CaseLevel;
import dev.escala.escalation.DeadlineWatch;
import dev.escala.escalation.EscalationNotices;
import dev.escala.servicelevel.Deadline;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code automatic-escalation.bpmn} (001-08, 001-09). */
@Configuration(proxyBeanMethods = false)
class AutomaticEscalationDelegates {

	@Bean
	JavaDelegate warnOfDeadline(Deadlines deadlines, DeadlineWatch watch) {
		return (execution) -> execution.setVariable(AutomaticEscalationProcess.WARNING_DUE,
				watch.warn(deadlines.watched(execution)));
	}

	@Bean
	JavaDelegate raiseLevel(Deadlines deadlines, DeadlineWatch watch) {
		return (execution) -> {
			Deadline deadline = deadlines.watched(execution);
			DeadlineWatch.Passed passed = watch.pass(deadline);
			execution.setVariable(AutomaticEscalationProcess.DEADLINE_STATE, passed.name().toLowerCase(Locale.ROOT));
			if (passed == DeadlineWatch.Passed.MISSED) {
				Optional<CaseLevel> reached = watch.raise(deadline.caseNumber());
				execution.setVariable(AutomaticEscalationProcess.LEVEL_RAISED, reached.isPresent());
				execution.setVariable(AutomaticEscalationProcess.LEVEL, reached.map(CaseLevel::level).orElse(null));
			}
		};
	}

	@Bean
	JavaDelegate alertManagers(Deadlines deadlines, EscalationNotices notices) {
		return (execution) -> notices.tellBreach(deadlines.watched(execution),
				(Integer) execution.getVariable(AutomaticEscalationProcess.LEVEL));
	}

}
