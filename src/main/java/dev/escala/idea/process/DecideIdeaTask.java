package dev.escala.idea.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.idea.DecideIdea;
import dev.escala.idea.Idea;
import dev.escala.idea.IdeaFigures;
import dev.escala.idea.Ideas;
import dev.escala.measure.Answerers;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonSearch;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Whoever answers for an idea says whether it works (004-36). */
@Component
class DecideIdeaTask implements UserTask {

	private final Ideas ideas;

	private final IdeaFigures figures;

	private final DecideIdea decide;

	private final Answerers answerers;

	private final PersonSearch search;

	DecideIdeaTask(Ideas ideas, IdeaFigures figures, DecideIdea decide, Answerers answerers, PersonSearch search) {
		this.ideas = ideas;
		this.figures = figures;
		this.decide = decide;
		this.answerers = answerers;
		this.search = search;
	}

	@Override
	public String key() {
		return IdeaProcess.TASK_DECIDE;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.PROBLEM_COORDINATORS.groupId(), Role.SUPERVISORS.groupId());
	}

	@Override
	public Optional<UserId> assignee(TaskScope scope) {
		return this.answerers.there(idea(scope).owner());
	}

	@Override
	public boolean isOwners() {
		return true;
	}

	@Override
	public String why(TaskScope scope) {
		return "Hoy toca decidir si la idea " + scope.caseNumber() + " funciona, y de ella responde "
				+ this.search.name(idea(scope).owner()) + ".";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		Idea idea = idea(scope);
		List<Map<String, String>> people = this.search.choices();
		return Map.of("ideaWhat", idea.what(), "ideaHypothesis", idea.hypothesis(), "ideaCompared",
				this.figures.of(idea).told() + delays(idea), "staff", people);
	}

	private static String delays(Idea idea) {
		return switch (idea.trial().delays()) {
			case 0 -> "";
			case 1 -> " La decisión ya se aplazó una vez.";
			default -> " La decisión ya se aplazó dos veces: esta vez se decide.";
		};
	}

	/** Every field is read, also those that the outcome hides: none stays behind. */
	@Override
	public void complete(CompletedTask task) {
		String outcome = String.valueOf(task.text("ideaOutcome"));
		String said = task.text("ideaSaid");
		String change = task.text("newAction");
		String owner = task.text("actionOwner");
		String dueOn = task.text("actionDueOn");
		String day = task.text("ideaNewDay");
		switch (outcome) {
			case "works" ->
				this.decide.works(task.caseNumber(), task.userId(), said, new DecideIdea.Change(change, owner, dueOn));
			case "fails" -> this.decide.fails(task.caseNumber(), task.userId(), said);
			case "later" -> this.decide.later(task.caseNumber(), task.userId(), said, day);
			default ->
				throw new InvalidInputException("ideaOutcome", "Diga si la idea funciona, no funciona o no se sabe.");
		}
		task.answer(outcome);
	}

	private Idea idea(TaskScope scope) {
		return this.ideas.get(scope.caseNumber());
	}

}
