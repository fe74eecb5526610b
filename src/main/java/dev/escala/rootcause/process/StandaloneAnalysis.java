package dev.escala.rootcause.process;

import dev.escala.engine.AsSystem;
import dev.escala.escalation.Escalation;
import dev.escala.rootcause.AnalysisProcess;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** The process on its own, for a case whose own process is over. */
@Component
class StandaloneAnalysis implements AnalysisProcess {

	private final RuntimeService runtime;

	private final AsSystem system;

	StandaloneAnalysis(RuntimeService runtime, AsSystem system) {
		this.runtime = runtime;
		this.system = system;
	}

	@Override
	public void start(Escalation escalation, String customerName) {
		this.system.run(() -> this.runtime.createProcessInstanceByKey(RootCauseProcess.KEY)
			.businessKey(escalation.number())
			.setVariable(RootCauseProcess.ESCALATION_NUMBER, escalation.number())
			.setVariable(RootCauseProcess.SEVERITY, escalation.severity().name())
			.setVariable(RootCauseProcess.SEVERITY_LABEL, escalation.severity().label())
			.setVariable(RootCauseProcess.CUSTOMER_NAME, customerName)
			.setVariable(RootCauseProcess.OWNER_ID, escalation.ownerId())
			.setVariable(RootCauseProcess.RCA_DONE, false)
			.execute());
	}

}
