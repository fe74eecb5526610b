package dev.escala.clock.process;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.engine.TaskDates;
import dev.escala.engine.TimerJobs;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * Keeps every timer and every task date of a matter equal to the matter's stored clocks.
 */
@Component
class ClockTimers {

	private final Matters matters;

	private final ServiceLevels serviceLevels;

	private final ClockWatches watches;

	private final CarrierTimers carriers;

	private final TaskDates dates;

	private final TimerJobs timers;

	private final RuntimeService runtime;

	ClockTimers(Matters matters, ServiceLevels serviceLevels, ClockWatches watches, CarrierTimers carriers,
			TaskDates dates, TimerJobs timers, RuntimeService runtime) {
		this.matters = matters;
		this.serviceLevels = serviceLevels;
		this.watches = watches;
		this.carriers = carriers;
		this.dates = dates;
		this.timers = timers;
		this.runtime = runtime;
	}

	void sync(CaseNumber number) {
		List<Deadline> clocks = this.serviceLevels.deadlines(number);
		Map<String, Object> shown = this.matters.variables(number);
		clocks.forEach((deadline) -> this.watches.sync(deadline, shown));
		this.matters.processInstanceId(number).filter(this.timers::isRunning).ifPresent((instance) -> {
			tell(instance, shown);
			this.carriers.sync(this.matters.kindName(number), instance, latest(clocks));
		});
		this.dates.sync(number);
	}

	/**
	 * Watches anew what nothing watches, and makes the rest equal to the stored clocks.
	 */
	void repair(CaseNumber number) {
		Map<String, Object> shown = this.matters.variables(number);
		List<Deadline> clocks = this.serviceLevels.deadlines(number);
		clocks.forEach((deadline) -> this.watches.repair(deadline, shown));
		this.matters.processInstanceId(number)
			.ifPresent((instance) -> this.carriers.repair(this.matters.kindName(number), instance,
					latest(clocks).values().stream().filter(Deadline::isMovable).toList()));
		sync(number);
	}

	private static Map<ServiceClock, Deadline> latest(List<Deadline> clocks) {
		return clocks.stream()
			.collect(Collectors.toMap(Deadline::clock, Function.identity(),
					BinaryOperator.maxBy(Comparator.comparing(Deadline::run))));
	}

	void endWatches(CaseNumber number) {
		this.serviceLevels.deadlines(number).forEach(this.watches::end);
	}

	/** The carrying process knows the facts as they are now. */
	private void tell(String instance, Map<String, Object> facts) {
		facts.forEach((name, value) -> {
			Object before = this.runtime.getVariable(instance, name);
			if (before != null && !before.equals(value)) {
				this.runtime.setVariable(instance, name, value);
			}
		});
	}

}
