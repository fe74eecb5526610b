package dev.escala.pursuit.coaching.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.pursuit.coaching.Coachings;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** They practise the conversation, or whoever leads says why not (004-68). */
@Component
class PractiseConversationTask extends CoachingTask {

	private final Coachings coachings;

	PractiseConversationTask(Coachings coachings) {
		super(coachings);
		this.coachings = coachings;
	}

	@Override
	public String key() {
		return "userTask_practiseConversation";
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return Optional.of(this.coachings.practiseBy(CoachingProcess.id(scope)));
	}

	@Override
	public String why(TaskScope scope) {
		return "Le llega porque a quien usted dirige o supervisa le baja una proporción: "
				+ this.coachings.get(CoachingProcess.id(scope)).told();
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("coachingStory", this.coachings.story(CoachingProcess.id(scope)));
	}

	/** Every field is read, also one that the form hides: none stays behind. */
	@Override
	public void complete(CompletedTask task) {
		long id = CoachingProcess.id(task.scope());
		String outcome = String.valueOf(task.text("practiceOutcome"));
		String practised = task.text("practised");
		String agreed = task.text("practiceAgreed");
		String day = task.text("secondLookOn");
		String declined = task.text("declinedReason");
		switch (outcome) {
			case "practised" -> this.coachings.practised(id, practised, agreed, day);
			case "declined" -> this.coachings.declined(id, declined);
			default -> throw new InvalidInputException("practiceOutcome", "Diga si han practicado o por qué no.");
		}
		task.answer(outcome);
	}

}
