package dev.escala.corrective.process;

import java.util.HashMap;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.corrective.CorrectiveActions;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Somebody looks whether what was done keeps the cause away. */
@Component
class CheckEffectTask extends CoordinatorTask {

	private final CorrectiveActions actions;

	private final ActionFacts facts;

	CheckEffectTask(CorrectiveActions actions, ActionFacts facts) {
		super(CorrectiveActionProcess.TASK_LOOK, facts);
		this.actions = actions;
		this.facts = facts;
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.role(Role.PROBLEM_COORDINATORS, "ya se puede ver si lo que hizo "
				+ this.facts.owner(this.facts.action(scope)) + " por " + scope.caseNumber() + " ha servido.");
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		Map<String, Object> data = new HashMap<>(this.facts.shown(this.facts.action(scope)));
		data.put("staff", this.facts.people());
		return data;
	}

	/**
	 * Every field is read, also those that the chosen effect hides: none stays behind.
	 */
	@Override
	public void complete(CompletedTask task) {
		String effect = String.valueOf(task.text("actionEffect"));
		String note = task.text("effectNote");
		String next = task.text("newAction");
		String owner = task.text("actionOwner");
		String day = task.text("actionDueOn");
		long id = ActionFacts.id(task.scope());
		switch (effect) {
			case "works" -> this.actions.works(id, task.userId(), note);
			case "another" -> this.actions.replace(id, task.userId(), note, next, UserId.nullable(owner), day);
			case "givenUp" -> this.actions.giveUp(id, task.userId(), note);
			default -> throw new InvalidInputException("actionEffect", "Diga si la acción ha servido.");
		}
		task.answer(effect);
	}

}
