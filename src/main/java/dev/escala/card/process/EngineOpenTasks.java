package dev.escala.card.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.card.OpenTask;
import dev.escala.card.OpenTasks;
import dev.escala.engine.AsSystem;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

import org.springframework.stereotype.Component;

/** The engine's tasks of a case; its grants say which of them somebody opens. */
@Component
class EngineOpenTasks implements OpenTasks {

	private final TaskService tasks;

	private final PersonNames names;

	private final Staff staff;

	private final AsSystem asSystem;

	EngineOpenTasks(TaskService tasks, PersonNames names, Staff staff, AsSystem asSystem) {
		this.tasks = tasks;
		this.names = names;
		this.staff = staff;
		this.asSystem = asSystem;
	}

	@Override
	public List<OpenTask> of(CaseNumber number) {
		Set<String> openable = query(number).unlimitedList().stream().map(Task::getId).collect(Collectors.toSet());
		return this.asSystem.call(() -> query(number).unlimitedList()
			.stream()
			.map((task) -> new OpenTask(openable.contains(task.getId()) ? task.getId() : null, task.getName(),
					holder(task), Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null)))
			.toList());
	}

	private TaskQuery query(CaseNumber number) {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(number.value()).orderByDueDate().asc();
	}

	private String holder(Task task) {
		if (task.getAssignee() != null) {
			return "la tiene " + this.names.name(new UserId(task.getAssignee()));
		}
		String groups = this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.map(this.staff::groupName)
			.sorted()
			.collect(Collectors.joining(", "));
		return groups.isEmpty() ? "no la tiene nadie" : "sin tomar: " + groups;
	}

}
