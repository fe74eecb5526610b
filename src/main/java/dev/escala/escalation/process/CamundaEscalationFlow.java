package dev.escala.escalation.process;

import dev.escala.engine.AsSystem;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationFlow;
import dev.escala.escalation.Escalations;
import dev.escala.matter.MatterVariables;
import dev.escala.matter.Matters;
import dev.escala.matter.process.CarryingProcess;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;

/** Talks to the engine for the use cases of an escalation. */
@Component
class CamundaEscalationFlow implements EscalationFlow {

	private final RuntimeService runtime;

	private final Escalations cases;

	private final Matters matters;

	private final AsSystem asSystem;

	private final CarryingProcess carrying;

	CamundaEscalationFlow(RuntimeService runtime, Escalations cases, Matters matters, AsSystem asSystem,
			CarryingProcess carrying) {
		this.runtime = runtime;
		this.cases = cases;
		this.matters = matters;
		this.asSystem = asSystem;
		this.carrying = carrying;
	}

	@Override
	public void start(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(EscalationProcess.KEY)
			.businessKey(number.value())
			.setVariable(MatterVariables.NUMBER, number.value())
			.execute());
	}

	@Override
	public void withdraw(CaseNumber number) {
		this.asSystem.run(() -> this.carrying.tell(number, EscalationProcess.MESSAGE_WITHDRAWN));
	}

	@Override
	public void endAsDuplicate(CaseNumber number) {
		this.asSystem.run(() -> this.carrying.tell(number, EscalationProcess.MESSAGE_DUPLICATE_FOUND));
	}

	@Override
	public void reopen(CaseNumber number) {
		Escalation escalation = this.cases.get(number);
		this.asSystem.run(() -> {
			ProcessInstance instance = this.runtime.createProcessInstanceByKey(EscalationProcess.KEY)
				.businessKey(number.value())
				.setVariables(this.matters.variables(number))
				.setVariable(EscalationProcess.CUSTOMER_KNOWN, escalation.customerId() != null)
				.setVariable(EscalationProcess.MAJOR, escalation.report().major())
				.setVariable(OwnerVariables.OWNER_ID, Reference.valueOrNull(escalation.ownerId()))
				.setVariable(EscalationProcess.RESOLVED, false)
				.setVariable(EscalationProcess.RCA_DONE, false)
				.startBeforeActivity(EscalationProcess.PHASE_RESOLVE)
				.execute();
			if (!this.matters.bind(number, instance.getId())) {
				throw new ConflictException(number + " ya está en marcha.");
			}
		});
	}

}
