package dev.escala.pursuit.process.task;

import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.pursuit.course.Deferrals;

import org.springframework.stereotype.Component;

/** A call was put off too often: a supervisor looks at it (004-67). */
@Component
class ReviewDeferralsTask implements UserTask {

	private final Deferrals deferrals;

	ReviewDeferralsTask(Deferrals deferrals) {
		this.deferrals = deferrals;
	}

	@Override
	public String key() {
		return "userTask_reviewDeferrals";
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.role(Role.SUPERVISORS, "esta llamada se ha aplazado más veces de lo permitido.");
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("deferralStory", this.deferrals.story(scope.caseNumber()));
	}

	@Override
	public void complete(CompletedTask task) {
		this.deferrals.reviewed(task.caseNumber(), task.userId(), task.text("deferralNote"));
	}

}
