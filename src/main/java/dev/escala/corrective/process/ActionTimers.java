package dev.escala.corrective.process;

import java.time.Instant;
import java.util.Date;

import dev.escala.corrective.CorrectiveAction;
import dev.escala.corrective.CorrectiveAction.Schedule;
import dev.escala.corrective.CorrectiveActions;
import dev.escala.engine.variable.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What the timers of the model ask: {@code ${actionTimers.reminder(execution)}}. They
 * read the stored date; one that is missing is an error, never a missing timer.
 */
@Component("actionTimers")
public class ActionTimers {

	private final CorrectiveActions actions;

	ActionTimers(CorrectiveActions actions) {
		this.actions = actions;
	}

	/** When the owner is reminded of the action's day. */
	public Date reminder(DelegateExecution execution) {
		return date(schedule(execution).remindAt());
	}

	/**
	 * When the owner is chased: at the end of the action's day, and again after each
	 * period; an ISO 8601 repeating interval without an end.
	 */
	public String chases(DelegateExecution execution) {
		Schedule schedule = schedule(execution);
		return "R/" + schedule.dueAt() + "/" + schedule.chaseEvery();
	}

	/** When the action's effect can be seen. */
	public Date look(DelegateExecution execution) {
		return date(schedule(execution).lookAt());
	}

	static long id(DelegateExecution execution) {
		return ProcessVariables.required(execution, CorrectiveActionProcess.ACTION_ID, Long.class);
	}

	private Schedule schedule(DelegateExecution execution) {
		CorrectiveAction action = this.actions.get(id(execution));
		return action.schedule();
	}

	private static Date date(Instant instant) {
		if (instant == null) {
			throw new IllegalStateException("The action has no date for its timer");
		}
		return Date.from(instant);
	}

}
