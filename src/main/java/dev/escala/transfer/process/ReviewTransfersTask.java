package dev.escala.transfer.process;

import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.clock.task.ClockedTask;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.transfer.TransferReviews;

import org.springframework.stereotype.Component;

/** A case went from team to team too often: a supervisor says whose it is (004-43). */
@Component
class ReviewTransfersTask extends ClockedTask {

	private final TransferReviews reviews;

	ReviewTransfersTask(TaskClocks clocks, TransferReviews reviews) {
		super("userTask_reviewTransfers", null, clocks);
		this.reviews = reviews;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.role(Role.SUPERVISORS, "este caso ha pasado de un equipo a otro más veces de lo permitido.");
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("transferStory", this.reviews.story(scope.caseNumber()));
	}

	@Override
	public void complete(CompletedTask task) {
		this.reviews.reviewed(task.caseNumber(), task.userId(), task.text("transferNote"));
	}

}
