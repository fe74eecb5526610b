package dev.escala.contact.process;

import java.util.Map;

import dev.escala.contact.CustomerWish;
import dev.escala.level.task.LevelVariables;
import dev.escala.matter.process.ProcessesBeside;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

import org.springframework.stereotype.Component;

/** The tasks of managers and experts whom customers asked for: one of each at a time. */
@Component
class CustomerTalks {

	private final RuntimeService runtime;

	private final ProcessesBeside beside;

	CustomerTalks(RuntimeService runtime, ProcessesBeside beside) {
		this.runtime = runtime;
		this.beside = beside;
	}

	void ask(CaseNumber number, Integer level, String group, Map<String, Object> shown) {
		ProcessInstantiationBuilder talk = this.runtime.createProcessInstanceByKey(CustomerWishProcess.KEY)
			.businessKey(number.value())
			.setVariables(shown);
		if (group == null) {
			talk.setVariable(LevelVariables.LEVEL, level);
		}
		else {
			talk.setVariable(CustomerWishProcess.GROUP, group);
		}
		talk.execute();
	}

	boolean isAwaited(CaseNumber number, CustomerWish wish) {
		return this.beside.list(number, CustomerWishProcess.KEY)
			.stream()
			.anyMatch((instance) -> (this.runtime.getVariable(instance.getId(),
					CustomerWishProcess.GROUP) == null) == (wish == CustomerWish.MANAGER));
	}

	boolean isAwaitedOf(CaseNumber number, int level) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(CustomerWishProcess.KEY)
			.processInstanceBusinessKey(number.value())
			.variableValueEquals(LevelVariables.LEVEL, level)
			.count() > 0;
	}

	/** The case is over. */
	void end(CaseNumber number) {
		this.beside.end(number, CustomerWishProcess.KEY, number + " terminó.");
	}

}
