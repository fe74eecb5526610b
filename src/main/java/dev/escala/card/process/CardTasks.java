package dev.escala.card.process;

import java.util.Date;
import java.util.Optional;

import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.engine.AsSystem;
import dev.escala.engine.TaskDates;
import dev.escala.engine.UserTasks;
import dev.escala.engine.stage.Stages;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/** Finds the tasks of cases. */
@Component
public class CardTasks {

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final UserTasks userTasks;

	private final Cards cards;

	private final TaskDates dates;

	private final ReturnedTasks returned;

	private final AsSystem asSystem;

	private final Stages stages;

	CardTasks(TaskService tasks, RuntimeService runtime, UserTasks userTasks, Stages stages, Cards cards,
			TaskDates dates, ReturnedTasks returned, AsSystem asSystem) {
		this.stages = stages;
		this.tasks = tasks;
		this.runtime = runtime;
		this.userTasks = userTasks;
		this.cards = cards;
		this.dates = dates;
		this.returned = returned;
		this.asSystem = asSystem;
	}

	/** The task, if the person who asks may see it and it belongs to a case. */
	public Optional<CardTask> find(String taskId) {
		return Optional.ofNullable(this.tasks.createTaskQuery().taskId(taskId).singleResult())
			// People may create tasks that belong to no process.
			.filter((task) -> task.getProcessInstanceId() != null)
			.flatMap((task) -> caseNumber(task).map((number) -> cardTask(task, number)));
	}

	/** Who sees the task may know its case, also without a grant on process instances. */
	private Optional<CaseNumber> caseNumber(Task task) {
		ProcessInstance instance = this.asSystem.call(() -> this.runtime.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult());
		return Optional.ofNullable(instance)
			.map(ProcessInstance::getBusinessKey)
			.map(CaseNumber::new)
			.filter(this.cards::knows);
	}

	private CardTask cardTask(Task task, CaseNumber number) {
		String why = this.userTasks.find(task.getTaskDefinitionKey())
			.or(() -> this.asSystem.call(() -> this.stages.find(task)))
			.map((known) -> this.asSystem.call(() -> known.why(this.dates.scope(number, task))))
			.orElse("");
		return new CardTask(number, task.getTaskDefinitionKey(), task.getDescription(), why,
				Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
				this.returned.find(number, task).orElse(null));
	}

}
