package dev.escala.contact.process;

import java.util.List;
import java.util.Map;

import dev.escala.contact.CustomerWish;
import dev.escala.engine.TimerJobs;
import dev.escala.level.task.LevelVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

import org.springframework.stereotype.Component;

/** The tasks of managers and experts whom customers asked for: one of each at a time. */
@Component
class CustomerTalks {

	private final RuntimeService runtime;

	private final TimerJobs timers;

	CustomerTalks(RuntimeService runtime, TimerJobs timers) {
		this.runtime = runtime;
		this.timers = timers;
	}

	void ask(String number, Integer level, String group, Map<String, Object> shown) {
		ProcessInstantiationBuilder talk = this.runtime.createProcessInstanceByKey(CustomerWishProcess.KEY)
			.businessKey(number)
			.setVariables(shown);
		if (group == null) {
			talk.setVariable(LevelVariables.LEVEL, level);
		}
		else {
			talk.setVariable(CustomerWishProcess.GROUP, group);
		}
		talk.execute();
	}

	boolean isAwaited(String number, CustomerWish wish) {
		return talks(number).stream()
			.anyMatch((instance) -> (this.runtime.getVariable(instance.getId(),
					CustomerWishProcess.GROUP) == null) == (wish == CustomerWish.MANAGER));
	}

	boolean isAwaitedOf(String number, int level) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(CustomerWishProcess.KEY)
			.processInstanceBusinessKey(number)
			.variableValueEquals(LevelVariables.LEVEL, level)
			.count() > 0;
	}

	/** The case is over. */
	void end(String number) {
		talks(number).stream()
			.filter((instance) -> this.timers.runningInstance().filter(instance.getId()::equals).isEmpty())
			.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(), number + " terminó."));
	}

	private List<ProcessInstance> talks(String number) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(CustomerWishProcess.KEY)
			.processInstanceBusinessKey(number)
			.list();
	}

}
