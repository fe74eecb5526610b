package dev.escala.retention.process;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.owner.MatterOwner;
import dev.escala.retention.RetentionCall;
import dev.escala.retention.RetentionCases;
import dev.escala.retention.RetentionStory;
import dev.escala.retention.RetentionWork;

import org.springframework.stereotype.Component;

/** Somebody calls a customer who seems to be leaving, and asks why (004-33). */
@Component
class CallLeavingCustomerTask extends RetentionTask {

	private final RetentionStory story;

	private final RetentionWork work;

	CallLeavingCustomerTask(RetentionCases cases, MatterOwner owner, RetentionStory story, RetentionWork work) {
		super(cases, owner);
		this.story = story;
		this.work = work;
	}

	@Override
	public String key() {
		return "userTask_callLeavingCustomer";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("leavingStory", this.story.of(scope.caseNumber()), "leavingCauses", this.story.causes());
	}

	/** Every field is read, also one that the form hides: none stays behind. */
	@Override
	public void complete(CompletedTask task) {
		RetentionCall.Input said = new RetentionCall.Input(task.text("leavingNext"), task.text("leavingSaid"),
				task.text("leavingCause"), task.text("callAgainOn"), task.text("leavingLesson"));
		task.answer(switch (this.work.called(task.caseNumber(), task.userId(), said)) {
			case AGAIN -> "again";
			case ACT -> "act";
			case BACK -> "back";
			case LOST -> "lost";
			case LET_GO -> "letGo";
		});
	}

}
