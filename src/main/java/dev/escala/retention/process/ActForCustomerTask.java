package dev.escala.retention.process;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.owner.MatterOwner;
import dev.escala.retention.DoneAction;
import dev.escala.retention.RetentionCases;
import dev.escala.retention.RetentionStory;
import dev.escala.retention.RetentionWork;

import org.springframework.stereotype.Component;

/** Something is done about the cause, so that they stay. */
@Component
class ActForCustomerTask extends RetentionTask {

	private final RetentionStory story;

	private final RetentionWork work;

	ActForCustomerTask(RetentionCases cases, MatterOwner owner, RetentionStory story, RetentionWork work) {
		super(cases, owner);
		this.story = story;
		this.work = work;
	}

	@Override
	public String key() {
		return "userTask_actForCustomer";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("leavingStory", this.story.of(scope.caseNumber()));
	}

	/** Every field is read, also one that the form hides: none stays behind. */
	@Override
	public void complete(CompletedTask task) {
		this.work.acted(task.caseNumber(), task.userId(),
				new DoneAction.Input(task.text("leavingAction"), task.text("actionText"), task.text("actionOn"),
						task.text("actionAmount"), task.text("actionCriterion"), task.text("overrideReason")));
	}

}
