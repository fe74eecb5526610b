package dev.escala.pursuit.process.task;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.pursuit.loss.Loss;
import dev.escala.pursuit.loss.Losses;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/** Whoever was named looks why our proposal was weaker than a competitor's (002-17). */
@Component
class AnalyseLossTask implements UserTask {

	private final Losses losses;

	AnalyseLossTask(Losses losses) {
		this.losses = losses;
	}

	@Override
	public String key() {
		return "userTask_analyseLoss";
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SALES.groupId(), Role.SUPERVISORS.groupId());
	}

	@Override
	public Optional<UserId> assignee(TaskScope scope) {
		return this.losses.find(scope.caseNumber()).map(Loss::said).map((said) -> said.rival().analyst());
	}

	@Override
	public String why(TaskScope scope) {
		return "Le llega porque al cerrar " + scope.caseNumber() + " se nombró a usted para analizar la pérdida.";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("lossStory", this.losses.story(scope.caseNumber()));
	}

	@Override
	public void complete(CompletedTask task) {
		this.losses.analyse(task.caseNumber(), task.userId(), task.text("lossCause"), task.text("lossChange"));
	}

}
