package dev.escala.escalation.process;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.engine.TimerJobs;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

import org.springframework.stereotype.Component;

/**
 * One small process instance watches each running clock: it waits for the clock's stored
 * dates and does what a passed deadline leads to. Which model does it depends on the
 * clock.
 */
@Component
class ClockWatches {

	/** The timers that wait for the warning, in whichever model. */
	static final List<String> WARNINGS = List.of(AutomaticEscalationProcess.EVENT_WARNING_DUE,
			UntouchedCaseProcess.EVENT_NO_ACTIVITY, PausedCaseProcess.EVENT_WAIT_TOO_LONG);

	/** The timers that wait for the deadline, in whichever model. */
	static final List<String> PASSINGS = List.of(AutomaticEscalationProcess.EVENT_DEADLINE_OVER,
			UntouchedCaseProcess.EVENT_STILL_NO_ACTIVITY);

	private static final Map<ServiceClock, String> MODELS = new EnumMap<>(
			Map.of(ServiceClock.ACTIVITY, UntouchedCaseProcess.KEY, ServiceClock.PAUSE_REVIEW, PausedCaseProcess.KEY));

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final TimerJobs timers;

	private final ServiceLevels serviceLevels;

	ClockWatches(RuntimeService runtime, TaskService tasks, TimerJobs timers, ServiceLevels serviceLevels) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.timers = timers;
		this.serviceLevels = serviceLevels;
	}

	/** Whether a clock is watched by a process of its own. */
	static boolean isWatched(ServiceClock clock) {
		// The main process itself involves more parties when this one is over.
		return clock != ServiceClock.INVOLVE_PARTIES;
	}

	/** Makes what watches a clock equal to the clock. */
	void sync(Deadline deadline, Map<String, Object> facts) {
		if (!isWatched(deadline.clock())) {
			return;
		}
		if (deadline.isMovable()) {
			arm(deadline, Optional.ofNullable(deadline.watchId()).orElseGet(() -> start(deadline, facts)));
		}
		else if (!deadline.isMissed() || MODELS.containsKey(deadline.clock())) {
			// A late owner has missed nothing that others are told of.
			end(deadline);
		}
	}

	/** Watches a clock anew where nothing waits for its dates any more. */
	void repair(Deadline deadline, Map<String, Object> facts) {
		if (isWatched(deadline.clock()) && deadline.isMovable() && !waits(deadline.watchId())) {
			end(deadline);
			arm(deadline, start(deadline, facts));
		}
	}

	private boolean waits(String instance) {
		return instance != null && (!this.timers.of(instance).isEmpty()
				|| this.tasks.createTaskQuery().processInstanceId(instance).count() > 0);
	}

	private String start(Deadline deadline, Map<String, Object> facts) {
		String instance = this.runtime
			.createProcessInstanceByKey(MODELS.getOrDefault(deadline.clock(), AutomaticEscalationProcess.KEY))
			.businessKey(deadline.caseNumber())
			.setVariables(facts)
			.setVariable(EscalationProcess.ESCALATION_NUMBER, deadline.caseNumber())
			.setVariable(AutomaticEscalationProcess.CLOCK, deadline.clock().name())
			.setVariable(AutomaticEscalationProcess.DEADLINE_ID, deadline.id())
			.execute()
			.getProcessInstanceId();
		this.serviceLevels.watch(deadline.id(), instance);
		return instance;
	}

	private void arm(Deadline deadline, String instance) {
		Map<String, Instant> dues = new HashMap<>();
		WARNINGS.forEach((event) -> dues.put(event, deadline.warnAt()));
		PASSINGS.forEach((event) -> dues.put(event, deadline.dueAt()));
		this.timers.set(instance, dues, deadline.isPaused());
	}

	/** Ends what watches a clock, whatever became of it. */
	void end(Deadline deadline) {
		String instance = deadline.watchId();
		if (instance == null) {
			return;
		}
		this.serviceLevels.watch(deadline.id(), null);
		// The instance whose own step met the clock comes to its end by itself.
		boolean itself = this.timers.runningInstance().filter(instance::equals).isPresent();
		if (!itself && isRunning(instance)) {
			this.runtime.deleteProcessInstance(instance, "El plazo «" + deadline.clock().label() + "» ya no corre.");
		}
	}

	private boolean isRunning(String instance) {
		return this.runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0
				|| !this.timers.of(instance).isEmpty();
	}

}
