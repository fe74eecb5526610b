package dev.escala.matter.process;

import java.util.Optional;

import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.Message;

import org.springframework.stereotype.Component;

/**
 * Whether the process that carries a matter has a place of its own for what a room does.
 * Most have none: the room then does it in a process beside it. What a model does draw
 * stays there, where its own flow depends on it.
 */
@Component
public class CarryingProcess {

	private final Matters matters;

	private final RuntimeService runtime;

	private final RepositoryService models;

	CarryingProcess(Matters matters, RuntimeService runtime, RepositoryService models) {
		this.matters = matters;
		this.runtime = runtime;
		this.models = models;
	}

	/**
	 * Whether the matter is carried by a running process whose model says nothing of the
	 * message. A process that is gone leaves nothing to anybody: that is an error, which
	 * the caller meets when it sends the message.
	 */
	public boolean leavesToRoom(CaseNumber number, String message) {
		return this.matters.processInstanceId(number)
			.flatMap((instance) -> Optional
				.ofNullable(this.runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult()))
			.filter((carrier) -> this.models.getBpmnModelInstance(carrier.getProcessDefinitionId())
				.getModelElementsByType(Message.class)
				.stream()
				.noneMatch((known) -> message.equals(known.getName())))
			.isPresent();
	}

	/** Tells the process that carries the matter, if it waits for that message now. */
	public void tellIfAwaited(CaseNumber number, String message) {
		if (this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(number.value())
			.messageEventSubscriptionName(message)
			.count() > 0) {
			tell(number, message);
		}
	}

	/**
	 * Tells the process that carries the matter.
	 * @throws ConflictException where no process of the matter waits for that message
	 */
	public void tell(CaseNumber number, String message) {
		try {
			this.runtime.createMessageCorrelation(message).processInstanceBusinessKey(number.value()).correlate();
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new ConflictException("El proceso de " + number
					+ " ya no está en marcha. Avise a la administración para que revise el caso.");
		}
	}

}
