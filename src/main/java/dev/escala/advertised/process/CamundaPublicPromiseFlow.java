package dev.escala.advertised.process;

import java.time.YearMonth;

import dev.escala.advertised.PublicPromiseFlow;
import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;

import org.springframework.stereotype.Component;

/** Talks to the engine for public promises. */
@Component
class CamundaPublicPromiseFlow implements PublicPromiseFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaPublicPromiseFlow(RuntimeService runtime, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number, YearMonth month, boolean figureKnown) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(PublicPromiseProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.setVariable(PublicPromiseProcess.PROMISE_MONTH, month.toString())
			.setVariable(PublicPromiseProcess.FIGURE_KNOWN, figureKnown)
			.execute());
	}

	@Override
	public boolean isUnderWay(CaseNumber number) {
		return this.asSystem.call(() -> of(number).count() > 0);
	}

	@Override
	public void end(CaseNumber number) {
		this.asSystem.run(() -> of(number).list()
			.forEach((one) -> this.runtime.deleteProcessInstance(one.getId(), "La promesa se retiró.")));
	}

	private ProcessInstanceQuery of(CaseNumber number) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
			.processDefinitionKey(PublicPromiseProcess.KEY);
	}

}
