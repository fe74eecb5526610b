package dev.escala.escalation.process;

import dev.escala.engine.AsSystem;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationFlow;
import dev.escala.escalation.Escalations;
import dev.escala.matter.MatterVariables;
import dev.escala.matter.Matters;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
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

	CamundaEscalationFlow(RuntimeService runtime, Escalations cases, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.cases = cases;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(String number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(EscalationProcess.KEY)
			.businessKey(number)
			.setVariable(MatterVariables.NUMBER, number)
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
	public void reopen(String number) {
		Escalation escalation = this.cases.get(number);
		this.asSystem.run(() -> {
			ProcessInstance instance = this.runtime.createProcessInstanceByKey(EscalationProcess.KEY)
				.businessKey(number)
				.setVariables(this.matters.variables(number))
				.setVariable(EscalationProcess.CUSTOMER_KNOWN, escalation.customerId() != null)
				.setVariable(EscalationProcess.MAJOR, escalation.report().major())
				.setVariable(OwnerVariables.OWNER_ID, escalation.ownerId())
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
