package dev.escala.letter.process;

import dev.escala.engine.AsSystem;
import dev.escala.letter.LetterFlow;
import dev.escala.matter.MatterEnded;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Talks to the engine for letters. */
@Component
class CamundaLetterFlow implements LetterFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaLetterFlow(RuntimeService runtime, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number, long letterId) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(CustomerMessageProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.setVariable(CustomerMessageProcess.LETTER_ID, letterId)
			.execute());
	}

	/** Those that no model calls: the others end with the process that called them. */
	@EventListener
	void ended(MatterEnded ended) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(ended.number().value())
			.processDefinitionKey(CustomerMessageProcess.KEY)
			.rootProcessInstances()
			.list()
			.forEach((letter) -> this.runtime.deleteProcessInstance(letter.getId(), ended.number() + " terminó.")));
	}

}
