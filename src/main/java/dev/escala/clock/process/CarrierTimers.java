package dev.escala.clock.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.clock.CarrierClocks;
import dev.escala.clock.CarrierClocks.Wait;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.engine.ArmedTimerRepository;
import dev.escala.engine.ArmedTimerRepository.Armed;
import dev.escala.engine.TimerJobs;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;

import org.springframework.stereotype.Component;

/**
 * The timers of the very process that carries a matter. While one of its clocks runs, the
 * process waits for the clock's date or does what the date asks for; otherwise a timer
 * was lost.
 */
@Component
class CarrierTimers {

	private final Map<String, CarrierClocks> byKind;

	private final RuntimeService runtime;

	private final RepositoryService models;

	private final ArmedTimerRepository armed;

	private final TimerJobs timers;

	private final Clock clock;

	CarrierTimers(List<CarrierClocks> clocks, RuntimeService runtime, RepositoryService models,
			ArmedTimerRepository armed, TimerJobs timers, Clock clock) {
		this.byKind = clocks.stream().collect(Collectors.toMap(CarrierClocks::kind, Function.identity()));
		this.runtime = runtime;
		this.models = models;
		this.armed = armed;
		this.timers = timers;
		this.clock = clock;
	}

	/** The clocks for which the processes of a kind wait. */
	Optional<CarrierClocks> clocks(String kind) {
		return Optional.ofNullable(this.byKind.get(kind));
	}

	/** The steps of whatever kind that follow a timer. */
	Set<String> steps() {
		Set<String> steps = new HashSet<>();
		this.byKind.values().forEach((clocks) -> steps.addAll(clocks.steps()));
		return steps;
	}

	/** Makes the timers of a running process equal to the clocks. */
	void sync(String kind, String instance, Map<ServiceClock, Deadline> latest) {
		clocks(kind).ifPresent((clocks) -> {
			clocks.warnings()
				.forEach((event, clock) -> follow(instance, event, latest.get(clock), Deadline::warnAt, true));
			clocks.dues().forEach((event, clock) -> follow(instance, event, latest.get(clock), Deadline::dueAt, false));
		});
	}

	/**
	 * One timer.
	 * @param staysWhenMissed whether it still has something to do for a missed clock
	 */
	private void follow(String instance, String event, Deadline deadline, Function<Deadline, Instant> date,
			boolean staysWhenMissed) {
		if (deadline == null) {
			return;
		}
		if (deadline.isMovable()) {
			this.timers.set(instance, Map.of(event, date.apply(deadline)), deadline.isPaused());
		}
		else if (!staysWhenMissed || !deadline.isMissed()) {
			this.timers.remove(instance, event);
		}
	}

	/**
	 * The running clocks for which a process neither waits nor acts.
	 * @param running the latest run of each clock, where its dates may still change
	 * @param armed the timers of the process
	 * @param standing at which of the steps it is that follow a timer
	 */
	static List<Deadline> lost(CarrierClocks clocks, Collection<Deadline> running, Collection<Armed> armed,
			Set<String> standing, Instant now) {
		return running.stream().filter((deadline) -> {
			Wait wait = clocks.waits().get(deadline.clock());
			boolean waits = wait != null && !(wait.once() && !deadline.warnAt().isAfter(now));
			return waits && wait.steps().stream().noneMatch(standing::contains)
					&& armed.stream().noneMatch((timer) -> wait.timers().contains(timer.element()));
		}).toList();
	}

	/**
	 * Lets the process wait again for the clocks that it lost. A process of an older
	 * model that has no such place is left as it is.
	 */
	void repair(String kind, String instance, Collection<Deadline> running) {
		ProcessInstance process = this.runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
		if (process != null) {
			clocks(kind).ifPresent((clocks) -> {
				Set<String> standing = this.armed.standing(List.of(instance), clocks.steps())
					.getOrDefault(instance, Set.of());
				lost(clocks, running, this.armed.armed(List.of(instance)), standing, this.clock.instant())
					.forEach((deadline) -> waitAgain(process, clocks.waits().get(deadline.clock()).again()));
			});
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

}
