package dev.escala.pursuit.won.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.pursuit.won.Deliveries;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Whoever sold it asks how it goes (002-15). */
@Component
class CallAfterDeliveryTask implements UserTask {

	private final Deliveries deliveries;

	CallAfterDeliveryTask(Deliveries deliveries) {
		this.deliveries = deliveries;
	}

	@Override
	public String key() {
		return "userTask_callAfterDelivery";
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SALES.groupId(), Role.SUPERVISORS.groupId());
	}

	@Override
	public Optional<UserId> assignee(TaskScope scope) {
		return this.deliveries.seller(scope.caseNumber());
	}

	@Override
	public String why(TaskScope scope) {
		return "Le llega porque lo vendido en " + scope.caseNumber() + " se entregó y toca preguntar cómo va.";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("deliveryStory", this.deliveries.story(scope.caseNumber()));
	}

	@Override
	public void complete(CompletedTask task) {
		String wanted = String.valueOf(task.text("afterWanted"));
		String note = task.text("afterNote");
		boolean yes = switch (wanted) {
			case "yes" -> true;
			case "no" -> false;
			default -> throw new InvalidInputException("afterWanted", "Diga si es lo que quería.");
		};
		this.deliveries.called(task.caseNumber(), task.userId(), yes, note);
	}

}
