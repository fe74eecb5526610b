package dev.escala.complaint.process;

import java.time.Instant;
import java.util.Map;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.AsSystem;
import dev.escala.engine.TaskDates;
import dev.escala.engine.TimerJobs;
import dev.escala.matter.MatterVariables;
import dev.escala.matter.Matters;
import dev.escala.matter.process.CarryingProcess;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Talks to the engine for the use cases of a complaint. */
@Component
class CamundaComplaintFlow implements ComplaintFlow {

	private final RuntimeService runtime;

	private final ComplaintRepository complaints;

	/** The terms ask for what ends here. */
	private final ObjectProvider<ComplaintTerms> terms;

	private final Matters matters;

	private final CarryingProcess carrying;

	private final TimerJobs timers;

	private final TaskDates dates;

	private final AsSystem asSystem;

	CamundaComplaintFlow(RuntimeService runtime, ComplaintRepository complaints, ObjectProvider<ComplaintTerms> terms,
			Matters matters, CarryingProcess carrying, TimerJobs timers, TaskDates dates, AsSystem asSystem) {
		this.runtime = runtime;
		this.complaints = complaints;
		this.terms = terms;
		this.matters = matters;
		this.carrying = carrying;
		this.timers = timers;
		this.dates = dates;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(ComplaintProcess.KEY)
			.businessKey(number.value())
			.setVariable(MatterVariables.NUMBER, number.value())
			.execute());
	}

	@Override
	public void reopen(CaseNumber number) {
		Complaint complaint = this.complaints.find(number).orElseThrow();
		this.asSystem.run(() -> {
			ProcessInstance instance = this.runtime.createProcessInstanceByKey(ComplaintProcess.KEY)
				.businessKey(number.value())
				.setVariables(this.matters.variables(number))
				.setVariable(OwnerVariables.OWNER_ID, Reference.valueOrNull(complaint.ownerId()))
				.startBeforeActivity(ComplaintProcess.PHASE_INVESTIGATE)
				.execute();
			if (!this.matters.bind(number, instance.getId())) {
				throw new ConflictException(number + " ya está en marcha.");
			}
		});
	}

	@Override
	public void syncTimers(CaseNumber number) {
		Instant check = this.terms.getObject().nextCheck(number);
		this.matters.processInstanceId(number)
			.ifPresent((instance) -> this.timers.set(instance,
					Map.of(ComplaintProcess.TERM_NEAR, check, ComplaintProcess.TERM_OVER, check), false));
		this.asSystem.run(() -> this.dates.sync(number));
	}

	@Override
	public void completed(CaseNumber number) {
		this.asSystem.run(() -> this.carrying.tellIfAwaited(number, ComplaintProcess.MESSAGE_COMPLETED));
	}

	@Override
	public void judged(CaseNumber number) {
		this.asSystem.run(() -> this.carrying.tell(number, ComplaintProcess.MESSAGE_JUDGED));
	}

	@Override
	public boolean awaitsClosing(CaseNumber number) {
		return this.asSystem.call(() -> isAwaited(number, ComplaintProcess.MESSAGE_STILL_WRONG));
	}

	@Override
	public void stillWrong(CaseNumber number) {
		this.asSystem.run(() -> this.carrying.tell(number, ComplaintProcess.MESSAGE_STILL_WRONG));
	}

	@Override
	public boolean escalated(CaseNumber number) {
		return tellIfAwaited(number, ComplaintProcess.MESSAGE_ESCALATED);
	}

	@Override
	public void escalationOver(CaseNumber number) {
		tellIfAwaited(number, ComplaintProcess.MESSAGE_ESCALATION_OVER);
	}

	/** Asks first: a message that nobody waits for would undo what it tells of. */
	private boolean tellIfAwaited(CaseNumber number, String message) {
		return this.asSystem.call(() -> {
			boolean awaited = isAwaited(number, message);
			if (awaited) {
				this.carrying.tell(number, message);
			}
			return awaited;
		});
	}

	private boolean isAwaited(CaseNumber number, String message) {
		return this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(number.value())
			.messageEventSubscriptionName(message)
			.count() > 0;
	}

	@Override
	public void withdraw(CaseNumber number) {
		this.asSystem.run(() -> this.carrying.tell(number, ComplaintProcess.MESSAGE_WITHDRAWN));
	}

}
