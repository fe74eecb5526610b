package dev.escala.pursuit.won.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.pursuit.won.Deliveries;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** What was sold is delivered, or somebody says what is missing (002-15). */
@Component
class PrepareDeliveryTask implements UserTask {

	private final Deliveries deliveries;

	PrepareDeliveryTask(Deliveries deliveries) {
		this.deliveries = deliveries;
	}

	@Override
	public String key() {
		return "userTask_prepareDelivery";
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(this.deliveries.group(scope.caseNumber()));
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return Optional.of(this.deliveries.deliverBy(scope.caseNumber()));
	}

	@Override
	public String why(TaskScope scope) {
		return "Le llega porque " + scope.caseNumber()
				+ " se ha ganado y la tabla de entregas dice que lo entrega su grupo.";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("deliveryStory", this.deliveries.story(scope.caseNumber()));
	}

	/** Every field is read, also one that the form hides: none stays behind. */
	@Override
	public void complete(CompletedTask task) {
		CaseNumber number = task.caseNumber();
		UserId by = task.userId();
		String outcome = String.valueOf(task.text("deliveryOutcome"));
		String day = task.text("deliveredOn");
		String note = task.text("deliveryNote");
		switch (outcome) {
			case "delivered" -> this.deliveries.delivered(number, by, day, note);
			case "missing" -> this.deliveries.missing(number, by, note);
			default -> throw new InvalidInputException("deliveryOutcome", "Diga si está entregado o si falta algo.");
		}
		task.answer(outcome);
	}

}
