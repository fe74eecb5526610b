package dev.escala.corrective.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.corrective.ActionPeople;
import dev.escala.corrective.CorrectiveAction;
import dev.escala.corrective.CorrectiveActions;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.reference.UserId;
import dev.escala.text.Dates;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The owner of a corrective action does it, or says that it cannot be done. */
@Component
class DoActionTask implements UserTask {

	private final CorrectiveActions actions;

	private final ActionPeople people;

	private final ActionFacts facts;

	DoActionTask(CorrectiveActions actions, ActionPeople people, ActionFacts facts) {
		this.actions = actions;
		this.people = people;
		this.facts = facts;
	}

	@Override
	public String key() {
		return CorrectiveActionProcess.TASK_DO;
	}

	/** Those who share it while nobody has it, and those to whom it can be handed. */
	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.PROBLEM_COORDINATORS.groupId(), Role.SUPERVISORS.groupId());
	}

	@Override
	public Optional<UserId> assignee(TaskScope scope) {
		return this.people.doer(this.facts.action(scope));
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return Optional.of(this.facts.action(scope).schedule().dueAt());
	}

	@Override
	public void claimed(TaskScope scope, UserId userId, UserId by) {
		this.actions.held(ActionFacts.id(scope), userId);
	}

	@Override
	public String why(TaskScope scope) {
		CorrectiveAction action = this.facts.action(scope);
		String agreed = "En " + action.caseNumber() + " se acordó esta acción para el "
				+ Dates.figures(action.schedule().dueOn()) + ". ";
		return agreed + this.people.doer(action)
			.map((doer) -> "Responde de ella " + this.facts.owner(action) + ".")
			.orElse("Su responsable, " + this.facts.owner(action)
					+ ", no está o ya no tiene usuario: la reparten los coordinadores del problema.");
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.facts.shown(this.facts.action(scope));
	}

	@Override
	public void complete(CompletedTask task) {
		String outcome = String.valueOf(task.text("actionOutcome"));
		String day = task.text("actionDoneOn");
		String note = task.text("actionNote");
		long id = ActionFacts.id(task.scope());
		switch (outcome) {
			case "done" -> this.actions.done(id, task.userId(), day, note);
			case "cannot" -> this.actions.cannot(id, task.userId(), note);
			default ->
				throw new InvalidInputException("actionOutcome", "Diga si la acción está hecha o no se puede hacer.");
		}
		task.answer(outcome);
	}

}
