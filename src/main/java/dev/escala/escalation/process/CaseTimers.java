package dev.escala.escalation.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.engine.TaskDates;
import dev.escala.engine.TimerJobs;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** Keeps every timer and every task date of a case equal to the case's stored clocks. */
@Component
class CaseTimers {

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final ServiceLevels serviceLevels;

	private final ClockWatches watches;

	private final MainTimers mainTimers;

	private final TaskDates dates;

	private final TimerJobs timers;

	private final RuntimeService runtime;

	CaseTimers(Escalations escalations, EscalationRepository repository, ServiceLevels serviceLevels,
			ClockWatches watches, MainTimers mainTimers, TaskDates dates, TimerJobs timers, RuntimeService runtime) {
		this.escalations = escalations;
		this.repository = repository;
		this.serviceLevels = serviceLevels;
		this.watches = watches;
		this.mainTimers = mainTimers;
		this.dates = dates;
		this.timers = timers;
		this.runtime = runtime;
	}

	void sync(String number) {
		List<Deadline> clocks = this.serviceLevels.of(number);
		Map<String, Object> facts = facts(number);
		clocks.forEach((deadline) -> this.watches.sync(deadline, facts));
		Map<ServiceClock, Deadline> latest = latest(clocks);
		this.repository.processInstanceId(number).filter(this.timers::isRunning).ifPresent((instance) -> {
			tell(instance, facts);
			EscalationProcess.WARNING_TIMERS
				.forEach((event, clock) -> follow(instance, event, latest.get(clock), Deadline::warnAt, true));
			EscalationProcess.DUE_TIMERS
				.forEach((event, clock) -> follow(instance, event, latest.get(clock), Deadline::dueAt, false));
		});
		this.dates.sync(number);
	}

	/**
	 * Watches anew what nothing watches, and makes the rest equal to the stored clocks.
	 */
	void repair(String number) {
		Map<String, Object> facts = facts(number);
		List<Deadline> clocks = this.serviceLevels.of(number);
		clocks.forEach((deadline) -> this.watches.repair(deadline, facts));
		this.repository.processInstanceId(number)
			.ifPresent((instance) -> this.mainTimers.repair(instance,
					latest(clocks).values().stream().filter(Deadline::isMovable).toList()));
		sync(number);
	}

	private static Map<ServiceClock, Deadline> latest(List<Deadline> clocks) {
		return clocks.stream()
			.collect(Collectors.toMap(Deadline::clock, Function.identity(),
					BinaryOperator.maxBy(Comparator.comparing(Deadline::run))));
	}

	void endWatches(String number) {
		this.serviceLevels.of(number).forEach(this.watches::end);
	}

	/**
	 * A timer of the main process.
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

	/** The main process knows the facts as they are now. */
	private void tell(String instance, Map<String, Object> facts) {
		facts.forEach((name, value) -> {
			Object before = this.runtime.getVariable(instance, name);
			if (before != null && !before.equals(value)) {
				this.runtime.setVariable(instance, name, value);
			}
		});
	}

	/** What Tasklist shows of the case beside a task. */
	Map<String, Object> facts(String number) {
		Escalation escalation = this.escalations.get(number);
		return Map.of(EscalationProcess.SEVERITY, escalation.severity().name(), EscalationProcess.SEVERITY_LABEL,
				escalation.severity().label(), EscalationProcess.TIER, this.escalations.tier(escalation).name(),
				EscalationProcess.CUSTOMER_NAME,
				Optional.ofNullable(this.escalations.customerName(escalation)).orElse(""));
	}

}
