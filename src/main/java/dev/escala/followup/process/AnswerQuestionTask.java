package dev.escala.followup.process;

import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpScript;
import dev.escala.followup.FollowUps;
import dev.escala.followup.MakeFollowUpCall;

import org.springframework.stereotype.Component;

/** A colleague answers what a customer asked in the call (004-71). */
@Component
class AnswerQuestionTask implements UserTask {

	private final FollowUps followUps;

	private final MakeFollowUpCall calls;

	private final FollowUpScript script;

	AnswerQuestionTask(FollowUps followUps, MakeFollowUpCall calls, FollowUpScript script) {
		this.followUps = followUps;
		this.calls = calls;
		this.script = script;
	}

	@Override
	public String key() {
		return FollowUpCallProcess.TASK_ANSWER;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.EXPERTS.groupId(), Role.SUPERVISORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.role(Role.EXPERTS, "el cliente preguntó algo al llamarle para ver cómo va, y espera respuesta.");
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		FollowUp one = get(scope);
		return Map.of("followUpWho", this.script.who(one), "followUpAsks", one.answers().question());
	}

	@Override
	public void complete(CompletedTask task) {
		this.calls.answered(FollowUpCallTask.id(task.scope()), task.userId(), task.text("followUpAnswer"));
	}

	private FollowUp get(TaskScope scope) {
		return this.followUps.get(FollowUpCallTask.id(scope));
	}

}
