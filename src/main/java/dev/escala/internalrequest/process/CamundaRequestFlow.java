package dev.escala.internalrequest.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.engine.AsSystem;
import dev.escala.engine.TaskDates;
import dev.escala.engine.TimerJobs;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.RequestFlow;
import dev.escala.internalrequest.RequestVariables;
import dev.escala.internalrequest.call.PromisedAnswers;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.reference.CaseNumber;
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

	private final TaskDates dates;

	private final Clock clock;

	private final AsSystem asSystem;

	CamundaRequestFlow(RuntimeService runtime, TaskService tasks, RequestRepository repository,
			InternalRequests requests, ObjectProvider<PromisedAnswers> promised, TimerJobs timers, TaskDates dates,
			Clock clock, AsSystem asSystem) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.repository = repository;
		this.requests = requests;
		this.promised = promised;
		this.timers = timers;
		this.dates = dates;
		this.clock = clock;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(InternalRequestProcess.KEY)
			.businessKey(number.value())
			.execute());
	}

	@Override
	public void syncTimers(CaseNumber number) {
		InternalRequest request = this.requests.get(number);
		if (request.status().isOpen()) {
			Instant check = request.nextCheck(this.clock.instant());
			this.repository.processInstanceId(number)
				.ifPresent((instance) -> this.timers.set(instance,
						Map.of(InternalRequestProcess.ANSWER_NEAR, check, InternalRequestProcess.ANSWER_OVER, check),
						false));
		}
		this.promised.getObject()
			.nextCheck(number)
			.ifPresent((at) -> watches(number)
				.forEach((watch) -> this.timers.set(watch.getId(), Map.of(PromisedAnswerProcess.CHECK, at), false)));
		this.asSystem.run(() -> this.dates.sync(number));
	}

	@Override
	public void watchPromise(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(PromisedAnswerProcess.KEY)
			.businessKey(number.value())
			.execute());
	}

	@Override
	public void endPromiseWatch(CaseNumber number) {
		this.asSystem.run(() -> watches(number).stream()
			.filter((watch) -> this.timers.runningInstance().filter(watch.getId()::equals).isEmpty())
			.forEach((watch) -> this.runtime.deleteProcessInstance(watch.getId(), number + ": la respuesta se dio.")));
	}

	private List<ProcessInstance> watches(CaseNumber number) {
		return this.asSystem.call(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(PromisedAnswerProcess.KEY)
			.processInstanceBusinessKey(number.value())
			.list());
	}

	@Override
	public void offerTo(CaseNumber number, String groupId) {
		this.asSystem.run(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKeyIn(InternalRequestProcess.ACKNOWLEDGE, InternalRequestProcess.ANSWER)
			.list()
			.forEach((task) -> this.tasks.addCandidateGroup(task.getId(), groupId)));
	}

	@Override
	public void withdrawn(CaseNumber number) {
		try {
			this.asSystem.run(() -> this.runtime.createMessageCorrelation(InternalRequestProcess.MESSAGE_WITHDRAWN)
				.processInstanceBusinessKey(number.value())
				.correlate());
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new ConflictException("El proceso de " + number
					+ " ya no está en marcha. Avise a la administración para que revise la solicitud.");
		}
	}

	@Override
	public void settled(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createMessageCorrelation(InternalRequestProcess.MESSAGE_SETTLED)
			.processInstanceVariableEquals(RequestVariables.REQUEST_NUMBER, number.value())
			.correlateAll());
	}

}
