package dev.escala.matter.process;

import java.util.List;

import dev.escala.engine.TimerJobs;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;

/** The processes that run for a matter beside the one that carries it. */
@Component
public class ProcessesBeside {

	private final RuntimeService runtime;

	private final TimerJobs timers;

	ProcessesBeside(RuntimeService runtime, TimerJobs timers) {
		this.runtime = runtime;
		this.timers = timers;
	}

	/** Those of a model that no other process called. */
	public List<ProcessInstance> list(CaseNumber number, String key) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(key)
			.processInstanceBusinessKey(number.value())
			.rootProcessInstances()
			.list();
	}

	/** Ends them; the one whose own step asks for it comes to its end by itself. */
	public void end(CaseNumber number, String key, String why) {
		list(number, key).stream()
			.filter((instance) -> this.timers.runningInstance().filter(instance.getId()::equals).isEmpty())
			.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(), why));
	}

}
