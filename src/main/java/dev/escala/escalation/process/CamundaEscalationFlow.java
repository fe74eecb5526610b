package dev.escala.escalation.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import dev.escala.engine.AsSystem;
import dev.escala.escalation.EscalationFlow;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;

import org.springframework.stereotype.Component;

/** Talks to the engine for the use cases of an escalation. */
@Component
class CamundaEscalationFlow implements EscalationFlow {

	private final RuntimeService runtime;

	private final ManagementService management;

	private final EscalationRepository escalations;

	private final ServiceLevels serviceLevels;

	private final AsSystem asSystem;

	CamundaEscalationFlow(RuntimeService runtime, ManagementService management, EscalationRepository escalations,
			ServiceLevels serviceLevels, AsSystem asSystem) {
		this.runtime = runtime;
		this.management = management;
		this.escalations = escalations;
		this.serviceLevels = serviceLevels;
		this.asSystem = asSystem;
	}

	@Override
	public void start(String number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(EscalationProcess.KEY)
			.businessKey(number)
			.setVariable(EscalationProcess.ESCALATION_NUMBER, number)
			.execute());
	}

	@Override
	public void withdraw(String number) {
		correlate(number, EscalationProcess.MESSAGE_WITHDRAWN);
	}

	@Override
	public void endAsDuplicate(String number) {
		correlate(number, EscalationProcess.MESSAGE_DUPLICATE_FOUND);
	}

	private void correlate(String number, String message) {
		try {
			this.asSystem.run(() -> this.runtime.createMessageCorrelation(message)
				.processInstanceBusinessKey(number)
				.correlate());
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new ConflictException("El proceso de " + number
					+ " ya no está en marcha. Avise a la administración para que revise el caso.");
		}
	}

	@Override
	public void moveTimers(String number) {
		for (Deadline deadline : this.serviceLevels.of(number)) {
			if (deadline.isOpen() && deadline.breachedAt() == null) {
				Instant due = (deadline.clock() == ServiceClock.FIRST_NOTICE)
						? this.serviceLevels.warningAt(number, deadline.clock()) : deadline.dueAt();
				this.asSystem.run(() -> jobs(number, deadline.clock())
					.forEach((job) -> this.management.setJobDuedate(job.getId(), Date.from(due))));
			}
		}
	}

	@Override
	public void nameOwner(String number, String owner) {
		this.escalations.processInstanceId(number)
			.ifPresent((instance) -> this.asSystem
				.run(() -> this.runtime.setVariable(instance, EscalationProcess.OWNER_ID, owner)));
	}

	@Override
	public void cancelTimers(String number, ServiceClock clock) {
		this.asSystem.run(() -> jobs(number, clock).forEach((job) -> this.management.deleteJob(job.getId())));
	}

	private List<Job> jobs(String number, ServiceClock clock) {
		return this.escalations.processInstanceId(number)
			.stream()
			.flatMap((instance) -> EscalationProcess.TIMERS.get(clock)
				.stream()
				.flatMap((event) -> this.management.createJobQuery()
					.processInstanceId(instance)
					.activityId(event)
					.timers()
					.list()
					.stream()))
			.toList();
	}

}
