package dev.escala.escalation.process;

import java.util.Map;

import dev.escala.escalation.CaseProgress;
import dev.escala.escalation.DateTexts;
import dev.escala.escalation.EscalationNotices;
import dev.escala.escalation.EscalationNotices.Stage;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code automatic-escalation.bpmn} (001-08, 001-09). */
@Configuration(proxyBeanMethods = false)
class AutomaticEscalationDelegates {

	@Bean
	JavaDelegate raiseLevel(CaseProgress progress) {
		return (execution) -> {
			CaseProgress.Breach breach = progress.breach(execution.getProcessBusinessKey(), clock(execution));
			execution.setVariable(AutomaticEscalationProcess.BREACH_PENDING, breach.pending());
			execution.setVariable(AutomaticEscalationProcess.LEVEL_RAISED, breach.raised());
		};
	}

	@Bean
	JavaDelegate alertManagers(EscalationNotices notices, ServiceLevels serviceLevels, DateTexts dates) {
		return (execution) -> {
			String number = execution.getProcessBusinessKey();
			ServiceClock clock = clock(execution);
			String due = dates.full(serviceLevels.find(number, clock).orElseThrow().dueAt());
			notices.tellStakeholders(number, Stage.BREACH, "breach-" + clock, "internal-breach",
					Map.of("clockLabel", clock.label(), "dueText", due));
		};
	}

	private static ServiceClock clock(DelegateExecution execution) {
		return ServiceClock.valueOf((String) execution.getVariable(AutomaticEscalationProcess.CLOCK));
	}

}
