package dev.escala.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

import org.springframework.stereotype.Component;

/**
 * The armed timers of process instances, also those that this transaction armed itself
 * and that no query finds yet. Every change raises the job's revision: a node that runs
 * the job at this moment and this transaction cannot both commit.
 */
@Component
public class TimerJobs {

	private final ProcessEngineConfigurationImpl configuration;

	TimerJobs(ProcessEngine engine) {
		this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
	}

	/**
	 * Lets the timers of elements fire then; a timer that stands still does not fire at
	 * all until it is set again.
	 * @param dues when each element's timer is due; others stay as they are
	 */
	public void set(String processInstanceId, Map<String, Instant> dues, boolean standsStill) {
		run((context) -> timers(context, processInstanceId).forEach((timer) -> {
			Instant due = dues.get(timer.getActivityId());
			if (due == null) {
				return;
			}
			Date date = Date.from(due);
			if (!date.equals(timer.getDuedate())) {
				timer.setDuedate(date);
			}
			if (timer.getRetries() == 0) {
				// Whoever sets it relies on it, also where the engine had given it up.
				timer.setRetries(this.configuration.getDefaultNumberOfRetries());
			}
			SuspensionState state = standsStill ? SuspensionState.SUSPENDED : SuspensionState.ACTIVE;
			if (timer.getSuspensionState() != state.getStateCode()) {
				timer.setSuspensionState(state.getStateCode());
			}
		}));
	}

	/** Takes the timer of an element; it never fires. */
	public void remove(String processInstanceId, String element) {
		run((context) -> timers(context, processInstanceId).stream()
			.filter((timer) -> element.equals(timer.getActivityId()))
			.forEach((timer) -> timer.delete()));
	}

	/** The timers of a process instance. */
	public List<Armed> armed(String processInstanceId) {
		List<Armed> armed = new ArrayList<>();
		run((context) -> timers(context, processInstanceId).forEach((timer) -> armed
			.add(new Armed(timer.getActivityId(), timer.getDuedate().toInstant(), timer.isSuspended()))));
		return armed;
	}

	/** Whether a process instance has not ended, also one that began in this step. */
	public boolean isRunning(String processInstanceId) {
		AtomicBoolean running = new AtomicBoolean();
		run((context) -> running.set(context.getExecutionManager().findExecutionById(processInstanceId) != null));
		return running.get();
	}

	/** The process instance whose step runs now in this thread. */
	public Optional<String> runningInstance() {
		return Optional.ofNullable(Context.getBpmnExecutionContext())
			.map((execution) -> execution.getExecution().getProcessInstanceId());
	}

	private List<TimerEntity> timers(CommandContext context, String instance) {
		Map<String, TimerEntity> found = new LinkedHashMap<>();
		context.getDbEntityManager()
			.getCachedEntitiesByType(TimerEntity.class)
			.forEach((timer) -> found.put(timer.getId(), timer));
		context.getJobManager()
			.findJobsByProcessInstanceId(instance)
			.stream()
			.filter(TimerEntity.class::isInstance)
			.map(TimerEntity.class::cast)
			.forEach((timer) -> found.putIfAbsent(timer.getId(), timer));
		return found.values()
			.stream()
			.filter((timer) -> instance.equals(timer.getProcessInstanceId()))
			.filter((timer) -> !context.getDbEntityManager().isDeleted(timer))
			.toList();
	}

	private void run(java.util.function.Consumer<CommandContext> work) {
		this.configuration.getCommandExecutorTxRequired().execute((context) -> {
			context.runWithoutAuthorization(() -> {
				work.accept(context);
				return null;
			});
			return null;
		});
	}

	/**
	 * An armed timer.
	 *
	 * @param element the id of its element in the model
	 * @param dueAt when it fires
	 * @param standsStill whether it does not fire until it is set again
	 */
	public record Armed(String element, Instant dueAt, boolean standsStill) {
	}

}
