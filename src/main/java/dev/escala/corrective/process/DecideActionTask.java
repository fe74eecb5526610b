package dev.escala.corrective.process;

import java.util.HashMap;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.corrective.CorrectiveAction;
import dev.escala.corrective.CorrectiveActions;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.reference.UserId;
import dev.escala.text.Dates;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * An action cannot be done as agreed: by somebody else, on another day, or not at all.
 */
@Component
class DecideActionTask extends CoordinatorTask {

	private final CorrectiveActions actions;

	private final ActionFacts facts;

	DecideActionTask(CorrectiveActions actions, ActionFacts facts) {
		super(CorrectiveActionProcess.TASK_DECIDE, facts);
		this.actions = actions;
		this.facts = facts;
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.role(Role.PROBLEM_COORDINATORS,
				"una acción correctiva de " + scope.caseNumber() + " no se puede hacer como se acordó.");
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		CorrectiveAction action = this.facts.action(scope);
		Map<String, Object> data = new HashMap<>(this.facts.shown(action));
		data.put("staff", this.facts.people());
		data.put("actionOwner", action.owner().value());
		data.put("actionDueOn", Dates.figures(action.schedule().dueOn()));
		return data;
	}

	/**
	 * Every field is read, also those that the chosen decision hides: none stays behind.
	 */
	@Override
	public void complete(CompletedTask task) {
		String decision = String.valueOf(task.text("actionDecision"));
		String owner = task.text("actionOwner");
		String day = task.text("actionDueOn");
		String reason = task.text("actionReason");
		long id = ActionFacts.id(task.scope());
		switch (decision) {
			case "again" -> this.actions.giveAgain(id, task.userId(), UserId.nullable(owner), day, reason);
			case "dropped" -> this.actions.drop(id, task.userId(), reason);
			default ->
				throw new InvalidInputException("actionDecision", "Diga si la acción sigue adelante o se descarta.");
		}
		task.answer(decision);
	}

}
