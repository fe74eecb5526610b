package dev.escala.escalation.process;

import java.util.Map;
import java.util.Set;

import dev.escala.clock.CarrierClocks;
import dev.escala.clock.CarrierClocks.Wait;
import dev.escala.clock.ServiceClock;
import dev.escala.engine.AsSystem;
import dev.escala.escalation.Escalation;
import dev.escala.level.LevelWork;
import dev.escala.level.task.LevelVariables;
import org.camunda.bpm.engine.TaskService;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model {@code customer-escalation.bpmn} does about clocks and levels itself.
 */
@Configuration(proxyBeanMethods = false)
public class EscalationClocks {

	private static final Map<String, ServiceClock> WARNINGS = Map.of("event_firstHourEnding", ServiceClock.FIRST_NOTICE,
			"event_firstUpdateDue", ServiceClock.UPDATE, "event_nextUpdateDue", ServiceClock.UPDATE);

	private static final Map<String, ServiceClock> DUES = Map.of("event_morePartiesNeeded",
			ServiceClock.INVOLVE_PARTIES, "event_partiesDueAgain", ServiceClock.INVOLVE_PARTIES);

	private static final Map<ServiceClock, Wait> WAITS = Map.of(ServiceClock.FIRST_NOTICE,
			new Wait(Set.of("event_firstHourEnding"), Set.of("serviceTask_announceWithinHour"),
					// Who should hear within the hour may hear at once.
					"serviceTask_announceWithinHour", true),
			ServiceClock.UPDATE, new Wait(Set.of("event_firstUpdateDue", "event_nextUpdateDue"),
					// The letter may wait for its second reader.
					Set.of("userTask_updateCustomer", "callActivity_sendUpdate"), "event_nextUpdateDue", false),
			ServiceClock.INVOLVE_PARTIES, new Wait(Set.of("event_morePartiesNeeded", "event_partiesDueAgain"),
					Set.of("serviceTask_involveParties"), "event_partiesDueAgain", false));

	@Bean
	public static CarrierClocks customerEscalationClocks() {
		return new CarrierClocks(Escalation.KIND, WARNINGS, DUES, WAITS);
	}

	/** The level that the owner asked for decides. */
	@Bean
	LevelWork decideException(TaskService tasks, AsSystem asSystem) {
		return (number,
				level) -> asSystem.call(() -> tasks.createTaskQuery()
					.processInstanceBusinessKey(number.value())
					.taskDefinitionKey(EscalationProcess.TASK_DECIDE_EXCEPTION)
					.processVariableValueEquals(LevelVariables.LEVEL, level)
					.count() > 0);
	}

}
