package dev.escala.level.process;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineWatch;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.WatchModel;
import dev.escala.clock.process.Deadlines;
import dev.escala.engine.AsSystem;
import dev.escala.level.DeadlineMissed;
import dev.escala.level.LevelWork;
import dev.escala.level.Levels;
import dev.escala.level.ReachedLevel;
import dev.escala.level.task.LevelVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code automatic-escalation.bpmn} (001-08, 001-09). */
@Configuration(proxyBeanMethods = false)
class AutomaticEscalationDelegates {

	/** What passes unmet goes up; neither the owner's own clocks nor the carrier's. */
	private static final Set<ServiceClock> CLOCKS = EnumSet
		.complementOf(EnumSet.of(ServiceClock.ACTIVITY, ServiceClock.PAUSE_REVIEW, ServiceClock.INVOLVE_PARTIES));

	@Bean
	WatchModel automaticEscalation() {
		return new WatchModel(AutomaticEscalationProcess.KEY, CLOCKS, AutomaticEscalationProcess.EVENT_WARNING_DUE,
				AutomaticEscalationProcess.EVENT_DEADLINE_OVER, true);
	}

	@Bean
	LevelWork attendBreach(RuntimeService runtime, AsSystem asSystem) {
		return (number,
				level) -> asSystem.call(() -> runtime.createProcessInstanceQuery()
					.processInstanceBusinessKey(number.value())
					.processDefinitionKey(AutomaticEscalationProcess.KEY)
					.variableValueEquals(LevelVariables.LEVEL, level)
					.count() > 0);
	}

	@Bean
	JavaDelegate warnOfDeadline(Deadlines deadlines, DeadlineWatch watch) {
		return (execution) -> execution.setVariable(AutomaticEscalationProcess.WARNING_DUE,
				watch.warn(deadlines.watched(execution)));
	}

	@Bean
	JavaDelegate raiseLevel(Deadlines deadlines, DeadlineWatch watch, Levels levels) {
		return (execution) -> {
			Deadline deadline = deadlines.watched(execution);
			DeadlineWatch.Passed passed = watch.pass(deadline);
			execution.setVariable(AutomaticEscalationProcess.DEADLINE_STATE, passed.name().toLowerCase(Locale.ROOT));
			if (passed == DeadlineWatch.Passed.MISSED) {
				Optional<ReachedLevel> reached = levels.missed(deadline);
				execution.setVariable(AutomaticEscalationProcess.LEVEL_RAISED, reached.isPresent());
				execution.setVariable(LevelVariables.LEVEL, reached.map(ReachedLevel::level).orElse(null));
			}
		};
	}

	@Bean
	JavaDelegate alertManagers(Deadlines deadlines, ApplicationEventPublisher events) {
		return (execution) -> events.publishEvent(new DeadlineMissed(deadlines.watched(execution),
				(Integer) execution.getVariable(LevelVariables.LEVEL)));
	}

}
