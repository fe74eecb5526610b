package dev.escala.internalrequest.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.engine.AsSystem;
import dev.escala.engine.TimerJobs;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.PromisedAnswers;
import dev.escala.internalrequest.RequestFlow;
import dev.escala.internalrequest.RequestStatus;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Talks to the engine for the use cases of a request. */
@Component
class CamundaRequestFlow implements RequestFlow {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final RequestRepository repository;

	private final InternalRequests requests;

	/** It asks for dates what ends here. */
	private final ObjectProvider<PromisedAnswers> promised;

	private final TimerJobs timers;

	private final AsSystem asSystem;

	CamundaRequestFlow(RuntimeService runtime, TaskService tasks, RequestRepository repository,
			InternalRequests requests, ObjectProvider<PromisedAnswers> promised, TimerJobs timers, AsSystem asSystem) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.repository = repository;
		this.requests = requests;
		this.promised = promised;
		this.timers = timers;
		this.asSystem = asSystem;
	}

	@Override
	public void start(String number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(InternalRequestProcess.KEY)
			.businessKey(number)
			.execute());
	}

	@Override
	public void syncTimers(String number) {
		InternalRequest request = this.requests.get(number);
		this.repository.processInstanceId(number).ifPresent((instance) -> {
			if (request.status() == RequestStatus.ACKNOWLEDGED) {
				this.timers.remove(instance, InternalRequestProcess.ACKNOWLEDGEMENT_OVER);
			}
			if (request.status().isOpen()) {
				this.timers.set(instance, Map.of(InternalRequestProcess.ACKNOWLEDGEMENT_OVER, request.acknowledgeDue(),
						InternalRequestProcess.ANSWER_NEAR, request.warnAt(), InternalRequestProcess.ANSWER_OVER,
						request.nextLevelAt(), InternalRequestProcess.NEXT_LEVEL_OVER, request.nextLevelAt()), false);
			}
		});
		this.promised.getObject()
			.promisedAt(number)
			.ifPresent((at) -> watches(number)
				.forEach((watch) -> this.timers.set(watch.getId(), promise(number, at), false)));
	}

	private Map<String, Instant> promise(String number, Instant at) {
		return Map.of(PromisedAnswerProcess.NEAR, this.promised.getObject().remindAt(number).orElse(at),
				PromisedAnswerProcess.OVER, at);
	}

	@Override
	public void watchPromise(String number) {
		this.asSystem.run(
				() -> this.runtime.createProcessInstanceByKey(PromisedAnswerProcess.KEY).businessKey(number).execute());
	}

	@Override
	public void endPromiseWatch(String number) {
		this.asSystem.run(() -> watches(number)
			.forEach((watch) -> this.runtime.deleteProcessInstance(watch.getId(), number + ": la respuesta se dio.")));
	}

	private List<ProcessInstance> watches(String number) {
		return this.asSystem.call(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(PromisedAnswerProcess.KEY)
			.processInstanceBusinessKey(number)
			.list());
	}

	@Override
	public void offerTo(String number, String groupId) {
		this.asSystem.run(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number)
			.taskDefinitionKeyIn(InternalRequestProcess.ACKNOWLEDGE, InternalRequestProcess.ANSWER)
			.list()
			.forEach((task) -> this.tasks.addCandidateGroup(task.getId(), groupId)));
	}

	@Override
	public void withdrawn(String number) {
		try {
			this.asSystem.run(() -> this.runtime.createMessageCorrelation(InternalRequestProcess.MESSAGE_WITHDRAWN)
				.processInstanceBusinessKey(number)
				.correlate());
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new ConflictException("El proceso de " + number
					+ " ya no está en marcha. Avise a la administración para que revise la solicitud.");
		}
	}

	@Override
	public void settled(String number) {
		this.asSystem.run(() -> this.runtime.createMessageCorrelation(InternalRequestProcess.MESSAGE_SETTLED)
			.processInstanceVariableEquals(InternalRequestProcess.REQUEST_NUMBER, number)
			.correlateAll());
	}

}
