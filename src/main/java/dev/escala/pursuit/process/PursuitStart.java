package dev.escala.pursuit.process;

import java.util.function.Function;

import dev.escala.matter.MatterVariables;
import dev.escala.matter.Matters;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** Ties a pursuit to the process instance that carries it, once, in its stage. */
@Component
class PursuitStart {

	private final Matters matters;

	private final Pursuits pursuits;

	PursuitStart(Matters matters, Pursuits pursuits) {
		this.matters = matters;
		this.pursuits = pursuits;
	}

	/**
	 * Begins.
	 * @param register registers what the start form says, where nobody has registered it
	 */
	void begin(DelegateExecution execution, Function<DelegateExecution, CaseNumber> register) {
		Object given = execution.getVariable(MatterVariables.NUMBER);
		CaseNumber number = (given == null) ? register.apply(execution) : new CaseNumber(given.toString());
		execution.setProcessBusinessKey(number.value());
		Pursuit pursuit = this.pursuits.get(number);
		if (!this.matters.bind(number, execution.getProcessInstanceId())) {
			throw new ConflictException(number + " no existe o ya está en marcha.");
		}
		this.matters.variables(number).forEach(execution::setVariable);
		execution.setVariable(StageVariables.NEXT_STAGE, pursuit.standing().stage());
	}

}
