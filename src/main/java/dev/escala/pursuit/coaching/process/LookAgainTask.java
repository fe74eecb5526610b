package dev.escala.pursuit.coaching.process;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.pursuit.coaching.Coachings;

import org.springframework.stereotype.Component;

/** On the day that they agreed, they look how it goes (004-68). */
@Component
class LookAgainTask extends CoachingTask {

	private final Coachings coachings;

	LookAgainTask(Coachings coachings) {
		super(coachings);
		this.coachings = coachings;
	}

	@Override
	public String key() {
		return "userTask_lookAgain";
	}

	@Override
	public String why(TaskScope scope) {
		return "Le llega porque hoy es el día que acordaron para mirar otra vez cómo va.";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("coachingStory", this.coachings.secondStory(CoachingProcess.id(scope)));
	}

	@Override
	public void complete(CompletedTask task) {
		this.coachings.lookedAgain(CoachingProcess.id(task.scope()), task.text("lookNote"));
	}

}
