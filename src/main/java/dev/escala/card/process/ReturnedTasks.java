package dev.escala.card.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.card.ReturnedWork;
import dev.escala.engine.AsSystem;
import dev.escala.engine.TaskDates;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.engine.UserTask.Returned;
import dev.escala.engine.UserTasks;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/**
 * Says of open tasks whether somebody sent the work back, by that person's name, and
 * whether somebody may have them.
 */
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

	/**
	 * Why tasks came back, by their id; those that nobody sent back are missing. What the
	 * tasks of a kind need is read once for all of them.
	 * @param numbers of each task the case that it belongs to, by its instance
	 */
	Map<String, ReturnedWork> find(List<Task> tasks, Map<String, CaseNumber> numbers) {
		Map<String, ReturnedWork> found = new HashMap<>();
		tasks.stream()
			.collect(Collectors.groupingBy(Task::getTaskDefinitionKey))
			.forEach((key, kind) -> this.userTasks.find(key)
				.ifPresent((known) -> this.asSystem.call(() -> find(known, kind, numbers, found))));
		return found;
	}

	private Void find(UserTask known, List<Task> kind, Map<String, CaseNumber> numbers,
			Map<String, ReturnedWork> found) {
		Function<TaskScope, Optional<Returned>> reading = known
			.returnedAmong(kind.stream().map((task) -> number(task, numbers)).collect(Collectors.toSet()));
		for (Task task : kind) {
			try {
				reading.apply(this.dates.scope(number(task, numbers), task))
					.ifPresent((returned) -> found.put(task.getId(),
							new ReturnedWork(this.names.name(returned.by()), returned.reason())));
			}
			catch (NullValueException ex) {
				// Somebody ended the task meanwhile.
			}
		}
		return null;
	}

	private static CaseNumber number(Task task, Map<String, CaseNumber> numbers) {
		return numbers.get(task.getProcessInstanceId());
	}

	Optional<ReturnedWork> find(CaseNumber number, Task task) {
		return Optional.ofNullable(find(List.of(task), Map.of(task.getProcessInstanceId(), number)).get(task.getId()));
	}

	/** Whether the person would be refused a task that their group is offered. */
	boolean isRefused(CaseNumber number, Task task, UserId user) {
		try {
			return this.userTasks.find(task.getTaskDefinitionKey())
				.filter((known) -> this.asSystem.call(() -> known.isRefusedTo(this.dates.scope(number, task), user)))
				.isPresent();
		}
		catch (NullValueException ex) {
			// Somebody ended the task meanwhile: nobody takes it any more.
			return true;
		}
	}

}
