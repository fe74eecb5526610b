package dev.escala.card.process;

import java.util.Optional;

import dev.escala.card.ReturnedWork;
import dev.escala.engine.AsSystem;
import dev.escala.engine.TaskDates;
import dev.escala.engine.UserTasks;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/** Says of an open task whether somebody sent the work back, by that person's name. */
@Component
class ReturnedTasks {

	private final UserTasks userTasks;

	private final TaskDates dates;

	private final PersonNames names;

	private final AsSystem asSystem;

	ReturnedTasks(UserTasks userTasks, TaskDates dates, PersonNames names, AsSystem asSystem) {
		this.userTasks = userTasks;
		this.dates = dates;
		this.names = names;
		this.asSystem = asSystem;
	}

	Optional<ReturnedWork> find(CaseNumber number, Task task) {
		return this.userTasks.find(task.getTaskDefinitionKey())
			.flatMap((known) -> this.asSystem.call(() -> known.returned(this.dates.scope(number, task))))
			.map((returned) -> new ReturnedWork(this.names.name(returned.by()), returned.reason()));
	}

}
