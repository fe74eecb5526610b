package dev.escala.promise.process;

import dev.escala.engine.AsSystem;
import dev.escala.matter.MatterEnded;
import dev.escala.matter.Matters;
import dev.escala.matter.process.CarryingProcess;
import dev.escala.matter.process.ProcessesBeside;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseFlow;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Talks to the engine for the use cases of a promise. */
@Component
class CamundaPromiseFlow implements PromiseFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final CarryingProcess carrying;

	private final AsSystem asSystem;

	private final ProcessesBeside beside;

	CamundaPromiseFlow(RuntimeService runtime, Matters matters, CarryingProcess carrying, AsSystem asSystem,
			ProcessesBeside beside) {
		this.runtime = runtime;
		this.matters = matters;
		this.carrying = carrying;
		this.asSystem = asSystem;
		this.beside = beside;
	}

	@Override
	public void start(Promise promise) {
		CaseNumber number = promise.caseNumber();
		// Nothing carries a matter that is over and observed.
		if (!this.matters.get(number).open()
				|| this.asSystem.call(() -> this.carrying.leavesToRoom(number, PromiseProcess.MESSAGE_WANTED))) {
			this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(PromiseProcess.KEY)
				.businessKey(number.value())
				.setVariables(this.matters.variables(number))
				.setVariable(PromiseProcess.PROMISE_ID, promise.id())
				.execute());
			return;
		}
		correlate(promise, PromiseProcess.MESSAGE_WANTED,
				// Only where it is wanted: a case may have several promises at once.
				(message) -> message.setVariableToTriggeredScope(PromiseProcess.PROMISE_ID, promise.id()));
	}

	@Override
	public void answered(Promise promise, boolean accepted) {
		correlate(promise, PromiseProcess.MESSAGE_ANSWERED,
				(message) -> message.processInstanceVariableEquals(PromiseProcess.PROMISE_ID, promise.id())
					.setVariable(PromiseProcess.PROPOSAL_ANSWER,
							accepted ? CustomerAnswers.ACCEPTED : CustomerAnswers.DECLINED));
	}

	@Override
	public void withdrawn(Promise promise) {
		correlate(promise, PromiseProcess.MESSAGE_WITHDRAWN,
				(message) -> message.processInstanceVariableEquals(PromiseProcess.PROMISE_ID, promise.id()));
	}

	/** Those that no model calls: the others end with the process that called them. */
	@EventListener
	void ended(MatterEnded ended) {
		this.asSystem.run(() -> this.beside.end(ended.number(), PromiseProcess.KEY, ended.number() + " terminó."));
	}

	private void correlate(Promise promise, String message, Completion completion) {
		try {
			this.asSystem.run(
					() -> completion
						.complete(this.runtime.createMessageCorrelation(message)
							.processInstanceBusinessKey(promise.caseNumber().value()))
						.correlate());
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new ConflictException("El proceso de " + promise.caseNumber()
					+ " no puede llevar ahora este compromiso: terminó, o empezó con una versión anterior del modelo. "
					+ "Avise a la administración para que revise el caso.");
		}
	}

	/** Says which process instance is meant, and what it should know. */
	private interface Completion {

		MessageCorrelationBuilder complete(MessageCorrelationBuilder message);

	}

}
