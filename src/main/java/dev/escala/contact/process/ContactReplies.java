package dev.escala.contact.process;

import java.util.Map;

import dev.escala.engine.TimerJobs;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** The replies of matters whose own process has no place for them. */
@Component
class ContactReplies {

	private final RuntimeService runtime;

	private final TimerJobs timers;

	ContactReplies(RuntimeService runtime, TimerJobs timers) {
		this.runtime = runtime;
		this.timers = timers;
	}

	void ask(String number, Map<String, Object> shown) {
		this.runtime.createProcessInstanceByKey(ContactReplyProcess.KEY)
			.businessKey(number)
			.setVariables(shown)
			.execute();
	}

	/** The matter is over. */
	void end(String number) {
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(ContactReplyProcess.KEY)
			.processInstanceBusinessKey(number)
			.list()
			.stream()
			.filter((instance) -> this.timers.runningInstance().filter(instance.getId()::equals).isEmpty())
			.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(), number + " terminó."));
	}

}
