package dev.escala.complaint.attention.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.complaint.attention.AskAttention;
import dev.escala.complaint.attention.AttentionRequest;
import dev.escala.customer.Customer;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.text.DateTexts;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** A supervisor calls a customer who asked for one (Ley 10/2025, art. 8.3). */
@Component
class CallBackTask implements UserTask {

	private final AskAttention requests;

	private final Matters matters;

	private final DateTexts dates;

	CallBackTask(AskAttention requests, Matters matters, DateTexts dates) {
		this.requests = requests;
		this.matters = matters;
		this.dates = dates;
	}

	@Override
	public String key() {
		return CallBackProcess.TASK;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return Optional.of(request(scope).dueAt());
	}

	@Override
	public Optional<Instant> followUpAt(TaskScope scope) {
		return Optional.of(request(scope).remindAt());
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.role(Role.SUPERVISORS,
				"el cliente pidió un supervisor y no había ninguno en tres minutos. La ley "
						+ "manda devolverle la llamada en el mismo día hábil.");
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		AttentionRequest request = request(scope);
		return Map.of("callBackWho", who(request), "callBackWhen", this.dates.full(request.askedAt()), "callBackWhat",
				(request.note() == null) ? "No lo dijo." : request.note());
	}

	@Override
	public void complete(CompletedTask task) {
		String outcome = task.text("callBackOutcome");
		if (outcome == null || !Set.of("spoken", "noAnswer").contains(outcome)) {
			throw new InvalidInputException("callBackOutcome", "Diga si habló con el cliente.");
		}
		this.requests.calledBack(task.scope().number(CallBackProcess.REQUEST_ID), task.userId(),
				outcome.equals("spoken"), task.text("callBackNote"));
		task.answer(outcome);
	}

	private AttentionRequest request(TaskScope scope) {
		return this.requests.get(scope.number(CallBackProcess.REQUEST_ID));
	}

	private String who(AttentionRequest request) {
		Matter matter = this.matters.get(request.matter());
		String name = this.matters.customerName(matter);
		if (request.phone() != null) {
			return name + ", " + request.phone();
		}
		String known = this.matters.customer(matter)
			.map(Customer::contacts)
			.orElse(List.of())
			.stream()
			.filter((contact) -> contact.phone() != null && !contact.phone().isBlank())
			.map((contact) -> contact.name() + ", " + contact.phone())
			.collect(Collectors.joining("; "));
		return known.isEmpty() ? name + ": no consta ningún teléfono. Búsquelo y complételo en la ficha del cliente."
				: name + ": " + known;
	}

}
