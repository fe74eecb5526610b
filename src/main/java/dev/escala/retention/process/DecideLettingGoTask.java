package dev.escala.retention.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.complaint.remedy.FourQuestions;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.retention.RetentionCases;
import dev.escala.retention.RetentionStory;
import dev.escala.retention.RetentionWork;

import org.springframework.stereotype.Component;

/** Whoever leads answers the four questions before a customer is let go (004-26). */
@Component
class DecideLettingGoTask implements UserTask {

	private final RetentionCases cases;

	private final RetentionStory story;

	private final RetentionWork work;

	DecideLettingGoTask(RetentionCases cases, RetentionStory story, RetentionWork work) {
		this.cases = cases;
		this.story = story;
		this.work = work;
	}

	@Override
	public String key() {
		return "userTask_decideLettingGo";
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return Optional.of(this.cases.get(scope.caseNumber()).dueAt());
	}

	@Override
	public String why(TaskScope scope) {
		return "Le llega porque quien lleva " + scope.caseNumber()
				+ " propone dejar ir al cliente, y eso lo decide Supervisión.";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("leavingStory", this.story.of(scope.caseNumber()));
	}

	/** Every field is read, also one that the form hides: none stays behind. */
	@Override
	public void complete(CompletedTask task) {
		FourQuestions.Input said = new FourQuestions.Input(truth(task.text("worthKeeping")), task.text("effect"),
				truth(task.text("smallCost")), truth(task.text("overrules")), truth(task.text("yields")),
				task.text("reason"), task.text("colleagueTold"));
		boolean letGo = this.work.decided(task.caseNumber(), task.userId(), FourQuestions.of(said));
		task.answer(letGo ? "letGo" : "keep");
	}

	private static Boolean truth(String chosen) {
		return (chosen == null) ? null : Boolean.valueOf(chosen);
	}

}
