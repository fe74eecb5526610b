package dev.escala.clock.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.escala.clock.CarrierClocks;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.clock.WatchModel;
import dev.escala.engine.ArmedTimerRepository;
import dev.escala.engine.ArmedTimerRepository.Armed;
import dev.escala.matter.OpenMatter;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * Compares the clocks of open cases with what the engine waits for. A clock whose date
 * has come may be on its way through the engine: late and failed jobs are found
 * elsewhere.
 */
@Component
class ClockInspection {

	private final ServiceLevels serviceLevels;

	private final ArmedTimerRepository timers;

	private final ClockWatches watches;

	private final CarrierTimers carriers;

	private final Clock clock;

	ClockInspection(ServiceLevels serviceLevels, ArmedTimerRepository timers, ClockWatches watches,
			CarrierTimers carriers, Clock clock) {
		this.serviceLevels = serviceLevels;
		this.timers = timers;
		this.watches = watches;
		this.carriers = carriers;
		this.clock = clock;
	}

	/**
	 * What is wrong with each of the cases, as Spanish phrases; nothing of a case that is
	 * all right. Five queries, however many cases there are.
	 */
	Map<CaseNumber, List<String>> troubles(List<OpenMatter> cases) {
		Map<CaseNumber, List<Deadline>> clocks = this.serviceLevels
			.running(cases.stream().map(OpenMatter::number).toList())
			.stream()
			.collect(Collectors.groupingBy(Deadline::caseNumber));
		Engine engine = engine(cases, clocks.values());
		Map<CaseNumber, List<String>> wrong = new LinkedHashMap<>();
		for (OpenMatter open : cases) {
			List<String> troubles = troubles(open, clocks.getOrDefault(open.number(), List.of()), engine);
			if (!troubles.isEmpty()) {
				wrong.put(open.number(), troubles);
			}
		}
		return wrong;
	}

	private Engine engine(List<OpenMatter> cases, Collection<List<Deadline>> clocks) {
		Set<String> instances = new HashSet<>();
		cases.forEach((open) -> instances.add(open.processInstanceId()));
		clocks.forEach((some) -> some.forEach((running) -> instances.add(running.watchId())));
		instances.remove(null);
		return new Engine(this.timers.running(instances), this.timers.withTask(instances),
				this.timers.standing(instances, this.carriers.steps()),
				this.timers.armed(instances).stream().collect(Collectors.groupingBy(Armed::processInstanceId)));
	}

	private List<String> troubles(OpenMatter open, List<Deadline> clocks, Engine engine) {
		Set<String> troubles = new TreeSet<>();
		boolean carried = open.processInstanceId() != null && engine.running().contains(open.processInstanceId());
		if (!carried) {
			troubles.add("está abierto y su proceso ya no existe");
		}
		Map<ServiceClock, Deadline> latest = new HashMap<>();
		clocks.forEach((running) -> latest.merge(running.clock(), running,
				(one, other) -> (one.run() > other.run()) ? one : other));
		clocks.forEach((running) -> this.watches.model(running.clock())
			.ifPresent((model) -> watched(model, running, engine, troubles)));
		if (carried) {
			List<Armed> own = engine.timersOf(open.processInstanceId());
			this.carriers.clocks(open.kind()).ifPresent((carrier) -> {
				own.forEach((armed) -> ofTheCarrier(carrier, armed, latest, troubles));
				CarrierTimers
					.lost(carrier, latest.values(), own, engine.standingOf(open.processInstanceId()),
							this.clock.instant())
					.forEach((lost) -> troubles.add(name(lost) + " no tiene temporizador en el proceso del caso"));
			});
		}
		return new ArrayList<>(troubles);
	}

	private void watched(WatchModel model, Deadline deadline, Engine engine, Set<String> troubles) {
		if (deadline.watchId() == null || !engine.running().contains(deadline.watchId())) {
			troubles.add("nadie vigila " + name(deadline));
			return;
		}
		List<Armed> timers = engine.timersOf(deadline.watchId());
		if (timers.isEmpty() && !engine.withTask().contains(deadline.watchId())) {
			troubles.add(name(deadline) + " no tiene temporizador");
		}
		timers.forEach((armed) -> compare(armed, deadline,
				model.warning().equals(armed.element()) ? deadline.warnAt() : deadline.dueAt(), troubles));
	}

	private void ofTheCarrier(CarrierClocks carrier, Armed armed, Map<ServiceClock, Deadline> latest,
			Set<String> troubles) {
		Deadline warned = latest.get(carrier.warnings().get(armed.element()));
		if (warned != null) {
			compare(armed, warned, warned.warnAt(), troubles);
		}
		Deadline due = latest.get(carrier.dues().get(armed.element()));
		if (due != null) {
			compare(armed, due, due.dueAt(), troubles);
		}
	}

	private void compare(Armed armed, Deadline deadline, Instant expected, Set<String> troubles) {
		if (deadline.isPaused()) {
			if (!armed.standsStill()) {
				troubles.add("el temporizador d" + name(deadline) + " corre aunque el plazo está en pausa");
			}
		}
		else if (armed.standsStill()) {
			troubles.add("el temporizador d" + name(deadline) + " está parado aunque el plazo corre");
		}
		else if (!isOver(expected)
				&& (armed.dueAt() == null || armed.dueAt().toEpochMilli() != expected.toEpochMilli())) {
			troubles.add("el temporizador d" + name(deadline) + " no tiene la fecha del plazo");
		}
	}

	private boolean isOver(Instant date) {
		return !date.isAfter(this.clock.instant());
	}

	private static String name(Deadline deadline) {
		return "el plazo «" + deadline.clock().label() + "»";
	}

	/**
	 * What the engine has of the cases.
	 *
	 * @param running the process instances that have not ended
	 * @param withTask those in which somebody has a task
	 * @param standing at which steps of the main process they are
	 * @param timers the timers by process instance
	 */
	private record Engine(Set<String> running, Set<String> withTask, Map<String, Set<String>> standing,
			Map<String, List<Armed>> timers) {

		Set<String> standingOf(String instance) {
			return this.standing.getOrDefault(instance, Set.of());
		}

		List<Armed> timersOf(String instance) {
			return this.timers.getOrDefault(instance, List.of());
		}

	}

}
