package dev.escala.escalation.process;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.engine.ArmedTimerRepository;
import dev.escala.engine.ArmedTimerRepository.Armed;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.springframework.stereotype.Component;

/**
 * The timers of the case's own process. While one of its clocks runs, the process waits
 * for the clock's date or does what the date asks for; otherwise a timer was lost.
 */
@Component
class MainTimers {

	private static final Map<ServiceClock, Wait> WAITS = new EnumMap<>(Map.of(ServiceClock.FIRST_NOTICE,
			new Wait(Set.of("event_firstHourEnding"), Set.of("serviceTask_announceWithinHour"),
					// Who should hear within the hour may hear at once.
					"serviceTask_announceWithinHour"),
			ServiceClock.UPDATE, new Wait(Set.of("event_firstUpdateDue", "event_nextUpdateDue"),
					// The letter may wait for its second reader.
					Set.of("userTask_updateCustomer", "callActivity_sendUpdate"), "event_nextUpdateDue"),
			ServiceClock.INVOLVE_PARTIES, new Wait(Set.of("event_morePartiesNeeded", "event_partiesDueAgain"),
					Set.of("serviceTask_involveParties"), "event_partiesDueAgain")));

	/** The steps that follow a timer; {@link #lost} asks whether a process is at one. */
	static final Set<String> STEPS = WAITS.values()
		.stream()
		.flatMap((wait) -> wait.steps().stream())
		.collect(Collectors.toSet());

	private final RuntimeService runtime;

	private final RepositoryService models;

	private final ArmedTimerRepository timers;

	MainTimers(RuntimeService runtime, RepositoryService models, ArmedTimerRepository timers) {
		this.runtime = runtime;
		this.models = models;
		this.timers = timers;
	}

	/**
	 * The running clocks for which a process neither waits nor acts.
	 * @param running the latest run of each clock, where its dates may still change
	 * @param armed the timers of the process
	 * @param standing at which of the {@link #STEPS} it is
	 */
	static List<Deadline> lost(Collection<Deadline> running, Collection<Armed> armed, Set<String> standing) {
		return running.stream().filter((deadline) -> {
			Wait wait = WAITS.get(deadline.clock());
			return wait != null && wait.steps().stream().noneMatch(standing::contains)
					&& armed.stream().noneMatch((timer) -> wait.timers().contains(timer.element()));
		}).toList();
	}

	/**
	 * Lets the process wait again for the clocks that it lost. A process of an older
	 * model that has no such place is left as it is.
	 */
	void repair(String instance, Collection<Deadline> running) {
		ProcessInstance process = this.runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
		if (process != null) {
			Set<String> standing = this.timers.standing(List.of(instance), STEPS).getOrDefault(instance, Set.of());
			lost(running, this.timers.of(List.of(instance)), standing)
				.forEach((deadline) -> waitAgain(process, WAITS.get(deadline.clock()).again()));
		}
	}

	private void waitAgain(ProcessInstance process, String element) {
		if (this.models.getBpmnModelInstance(process.getProcessDefinitionId()).getModelElementById(element) == null) {
			return;
		}
		ProcessInstanceModificationBuilder change = this.runtime.createProcessInstanceModification(process.getId());
		// A timer that was deleted leaves the process standing where nothing ever comes.
		for (ActivityInstance stuck : this.runtime.getActivityInstance(process.getId()).getActivityInstances(element)) {
			change.cancelActivityInstance(stuck.getId());
		}
		change.startBeforeActivity(element).execute();
	}

	/**
	 * Where a process waits for one clock.
	 *
	 * @param timers the timers that wait for its date, one at a time
	 * @param steps what follows them until the clock is met or waited for again
	 * @param again where the process is put to wait again
	 */
	private record Wait(Set<String> timers, Set<String> steps, String again) {
	}

}
