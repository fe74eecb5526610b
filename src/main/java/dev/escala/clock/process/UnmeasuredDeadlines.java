package dev.escala.clock.process;

import java.util.List;
import java.util.Map;

import dev.escala.matter.process.ProcessesBeside;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;

/** The supervisors' task for a case whose deadlines cannot be computed: one at a time. */
@Component
class UnmeasuredDeadlines {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final ProcessesBeside beside;

	UnmeasuredDeadlines(RuntimeService runtime, TaskService tasks, ProcessesBeside beside) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.beside = beside;
	}

	/**
	 * Asks, or tells those who were asked what is wrong now.
	 * @return whether nobody had been asked
	 */
	boolean ask(CaseNumber number, String failure, Map<String, Object> shown) {
		List<ProcessInstance> asked = this.beside.list(number, UnmeasuredDeadlineProcess.KEY);
		if (asked.isEmpty()) {
			this.runtime.createProcessInstanceByKey(UnmeasuredDeadlineProcess.KEY)
				.businessKey(number.value())
				.setVariables(shown)
				.execute();
			return true;
		}
		asked.forEach((instance) -> this.tasks.createTaskQuery()
			.processInstanceId(instance.getId())
			.list()
			.forEach((task) -> this.tasks.setVariableLocal(task.getId(), CorrectDeadlineTask.FAILURE, failure)));
		return false;
	}

	/** Nothing is left to mend. */
	void end(CaseNumber number) {
		this.beside.end(number, UnmeasuredDeadlineProcess.KEY,
				"Los plazos de " + number + " ya no hay que corregirlos.");
	}

}
