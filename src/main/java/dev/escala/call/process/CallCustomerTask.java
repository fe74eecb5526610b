package dev.escala.call.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.call.CallAnswers;
import dev.escala.call.CustomerCall;
import dev.escala.call.CustomerCalls;
import dev.escala.call.CustomerCalls.Outcome;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Somebody calls a customer who has no address, and says what became of it. */
@Component
class CallCustomerTask implements UserTask {

	private static final Map<String, Outcome> OUTCOMES = Map.of("told", Outcome.TOLD, "answered", Outcome.ANSWERED,
			"noAnswer", Outcome.NO_ANSWER, "waived", Outcome.WAIVED);

	private final CustomerCalls calls;

	private final MatterOwner owner;

	private final CallScript script;

	CallCustomerTask(CustomerCalls calls, MatterOwner owner, CallScript script) {
		this.calls = calls;
		this.owner = owner;
		this.script = script;
	}

	@Override
	public String key() {
		return CustomerCallProcess.TASK_CALL;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return this.owner.groups(scope.caseNumber());
	}

	@Override
	public Optional<UserId> assignee(TaskScope scope) {
		return this.owner.id(scope.caseNumber());
	}

	@Override
	public boolean isOwners() {
		return true;
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return Optional.of(call(scope).dueAt());
	}

	@Override
	public String why(TaskScope scope) {
		CustomerCall call = call(scope);
		return call.name()
				+ (call.asksJudgement()
						? " no tiene correo o prefiere que no se le escriba por él: se le pregunta de voz "
								+ "si se le escuchó y si se resolvió. "
						: " no tiene correo y debe saber lo mismo que los demás clientes. ")
				+ this.owner.why(scope.caseNumber());
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		CustomerCall call = call(scope);
		return Map.of("callWho", this.script.who(call), "callText", this.script.text(call), "asksWhetherSolved",
				call.asksWhetherSolved(), "asksJudgement", call.asksJudgement());
	}

	@Override
	public void complete(CompletedTask task) {
		String chosen = task.text("callOutcome");
		if (chosen == null || !OUTCOMES.containsKey(chosen)) {
			throw new InvalidInputException("callOutcome", "Diga qué pasó con la llamada.");
		}
		this.calls.settle(id(task.scope()), task.userId(), OUTCOMES.get(chosen), task.text("callNote"),
				new CallAnswers(task.text("stillSolved"), task.text("judgedHeard"), task.text("judgedSolved")));
		task.answer(chosen);
	}

	private CustomerCall call(TaskScope scope) {
		return this.calls.get(id(scope));
	}

	private static long id(TaskScope scope) {
		return scope.number(CustomerCallProcess.CALL_ID);
	}

}
