package dev.escala.clock.process;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.clock.WatchModel;
import dev.escala.engine.TimerJobs;
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

	private final Map<ServiceClock, WatchModel> models = new EnumMap<>(ServiceClock.class);

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final TimerJobs timers;

	private final ServiceLevels serviceLevels;

	ClockWatches(List<WatchModel> models, RuntimeService runtime, TaskService tasks, TimerJobs timers,
			ServiceLevels serviceLevels) {
		models.forEach((model) -> model.clocks().forEach((clock) -> this.models.put(clock, model)));
		this.runtime = runtime;
		this.tasks = tasks;
		this.timers = timers;
		this.serviceLevels = serviceLevels;
	}

	/**
	 * The model that watches a clock; empty for one that the carrying process watches.
	 */
	Optional<WatchModel> model(ServiceClock clock) {
		return Optional.ofNullable(this.models.get(clock));
	}

	/** Makes what watches a clock equal to the clock. */
	void sync(Deadline deadline, Map<String, Object> shown) {
		model(deadline.clock()).ifPresent((model) -> {
			if (deadline.isMovable()) {
				arm(model, deadline,
						Optional.ofNullable(deadline.watchId()).orElseGet(() -> start(model, deadline, shown)));
			}
			else if (!deadline.isMissed() || !model.tellsMiss()) {
				end(deadline);
			}
		});
	}

	/** Watches a clock anew where nothing waits for its dates any more. */
	void repair(Deadline deadline, Map<String, Object> shown) {
		model(deadline.clock()).filter((model) -> deadline.isMovable() && !waits(deadline.watchId()))
			.ifPresent((model) -> {
				end(deadline);
				arm(model, deadline, start(model, deadline, shown));
			});
	}

	private boolean waits(String instance) {
		return instance != null && (!this.timers.armed(instance).isEmpty()
				|| this.tasks.createTaskQuery().processInstanceId(instance).count() > 0);
	}

	private String start(WatchModel model, Deadline deadline, Map<String, Object> shown) {
		String instance = this.runtime.createProcessInstanceByKey(model.key())
			.businessKey(deadline.caseNumber().value())
			.setVariables(shown)
			.setVariable(ClockVariables.CLOCK, deadline.clock().name())
			.setVariable(ClockVariables.DEADLINE_ID, deadline.id())
			.execute()
			.getProcessInstanceId();
		this.serviceLevels.watch(deadline.id(), instance);
		return instance;
	}

	private void arm(WatchModel model, Deadline deadline, String instance) {
		Map<String, Instant> dues = new HashMap<>(Map.of(model.warning(), deadline.warnAt()));
		if (model.passing() != null) {
			dues.put(model.passing(), deadline.dueAt());
		}
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
		if (!itself && this.timers.isRunning(instance)) {
			this.runtime.deleteProcessInstance(instance, "El plazo «" + deadline.clock().label() + "» ya no corre.");
		}
	}

}
