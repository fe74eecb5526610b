package dev.escala.complaint.norm.process;

import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.clock.task.ClockedTask;
import dev.escala.clock.task.TaskClocks;
import dev.escala.complaint.norm.NormSearches;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;

import org.springframework.stereotype.Component;

/** No norm is known for a complaint: a supervisor looks whether there is one. */
@Component
class FindNormTask extends ClockedTask {

	private final NormSearches searches;

	FindNormTask(TaskClocks clocks, NormSearches searches) {
		super("userTask_findNorm", null, clocks);
		this.searches = searches;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.role(Role.SUPERVISORS, "no se conoce ninguna norma para esta reclamación.");
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("normStory", this.searches.story(scope.caseNumber()));
	}

	@Override
	public void complete(CompletedTask task) {
		this.searches.found(task.caseNumber(), task.userId(), task.text("normNote"));
	}

}
