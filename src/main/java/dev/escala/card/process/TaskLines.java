package dev.escala.card.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.CurrentUser;
import dev.escala.card.CardLine;
import dev.escala.card.Cards;
import dev.escala.card.NextTask;
import dev.escala.card.ReturnedWork;
import dev.escala.card.TaskLine;
import dev.escala.engine.AsSystem;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

import org.springframework.stereotype.Component;

/**
 * Tasks as lists show them, of whoever asks: what the person may not see is not there.
 */
@Component
public class TaskLines {

	/** So many offered tasks are looked through for one that the person may take. */
	private static final int LOOKED_AT = 50;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final HistoryService history;

	private final Cards cards;

	private final CurrentUser user;

	private final ReturnedTasks returned;

	private final AsSystem asSystem;

	TaskLines(TaskService tasks, RuntimeService runtime, HistoryService history, Cards cards, CurrentUser user,
			ReturnedTasks returned, AsSystem asSystem) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.history = history;
		this.cards = cards;
		this.user = user;
		this.returned = returned;
		this.asSystem = asSystem;
	}

	/** The lines of those of the tasks that belong to work with a card. */
	public List<TaskLine> find(Collection<String> taskIds) {
		if (taskIds.isEmpty()) {
			return List.of();
		}
		List<Task> seen = this.tasks.createTaskQuery()
			.taskIdIn(taskIds.toArray(String[]::new))
			.listPage(0, taskIds.size());
		Map<String, CaseNumber> numbers = numbers(seen);
		List<Task> numbered = seen.stream().filter((task) -> numbers.containsKey(task.getProcessInstanceId())).toList();
		Set<String> takeable = takeable(taskIds);
		Map<String, ReturnedWork> returned = this.returned.find(numbered, numbers);
		Map<CaseNumber, Optional<CardLine>> lines = new HashMap<>();
		return numbered.stream()
			.flatMap((task) -> lines.computeIfAbsent(numbers.get(task.getProcessInstanceId()), this.cards::line)
				.map((line) -> new TaskLine(task.getId(), task.getName(), line, takeable.contains(task.getId()),
						returned.get(task.getId())))
				.stream())
			.toList();
	}

	/** Who sees a task may know its case, also without a grant on process instances. */
	private Map<String, CaseNumber> numbers(List<Task> seen) {
		Set<String> instances = seen.stream()
			.map(Task::getProcessInstanceId)
			.filter((instance) -> instance != null)
			.collect(Collectors.toSet());
		if (instances.isEmpty()) {
			return Map.of();
		}
		return this.asSystem
			.call(() -> this.runtime.createProcessInstanceQuery()
				.processInstanceIds(instances)
				.listPage(0, instances.size()))
			.stream()
			.filter((instance) -> CaseNumber.nullable(instance.getBusinessKey()) != null)
			.collect(Collectors.toMap(ProcessInstance::getId, (instance) -> new CaseNumber(instance.getBusinessKey())));
	}

	private Set<String> takeable(Collection<String> taskIds) {
		return this.user.id().map(Reference::value).map((me) -> {
			String[] ids = taskIds.toArray(String[]::new);
			return Stream
				.concat(this.tasks.createTaskQuery().taskIdIn(ids).taskAssignee(me).listPage(0, ids.length).stream(),
						open(this.tasks.createTaskQuery().taskIdIn(ids).taskCandidateUser(me), me, ids.length).stream())
				.map(Task::getId)
				.collect(Collectors.toSet());
		}).orElse(Set.of());
	}

	/**
	 * What the person can do next: of the same work first, what they have before what
	 * their groups have, and what is due first.
	 * @param doneTaskId a task that the person completed; of anybody else's nothing is
	 * told
	 */
	public Optional<NextTask> after(String doneTaskId) {
		return this.user.id().map(Reference::value).flatMap((me) -> {
			Optional<String> number = number(doneTaskId, me);
			return number.flatMap((key) -> first(me, key).map((task) -> next(task, true)))
				.or(() -> first(me, null).map((task) -> next(task, false)));
		});
	}

	/**
	 * The task at which somebody looks at a case: what they can do there, else whatever
	 * of it they may see.
	 */
	public Optional<NextTask> of(CaseNumber number) {
		return this.user.id()
			.map(Reference::value)
			.flatMap((me) -> first(me, number.value()).or(() -> first(query(number.value()))))
			.map((task) -> next(task, true));
	}

	private Optional<String> number(String doneTaskId, String me) {
		return this.asSystem.call(() -> {
			HistoricTaskInstance done = this.history.createHistoricTaskInstanceQuery()
				.taskId(doneTaskId)
				.taskAssignee(me)
				.finished()
				.singleResult();
			return Optional.ofNullable(done)
				.map((task) -> this.history.createHistoricProcessInstanceQuery()
					.processInstanceId(task.getProcessInstanceId())
					.singleResult())
				.map(HistoricProcessInstance::getBusinessKey);
		});
	}

	private Optional<Task> first(String me, String businessKey) {
		return first(query(businessKey).taskAssignee(me))
			.or(() -> open(query(businessKey).taskCandidateUser(me).orderByDueDate().asc(), me, LOOKED_AT).stream()
				.findFirst());
	}

	/** Those of the offered tasks that the person would not be refused. */
	private List<Task> open(TaskQuery offered, String me, int most) {
		List<Task> found = offered.listPage(0, most);
		Map<String, CaseNumber> numbers = numbers(found);
		UserId user = new UserId(me);
		return found.stream().filter((task) -> {
			CaseNumber number = numbers.get(task.getProcessInstanceId());
			return number == null || !this.returned.isRefused(number, task, user);
		}).toList();
	}

	private TaskQuery query(String businessKey) {
		TaskQuery query = this.tasks.createTaskQuery().active();
		return (businessKey != null) ? query.processInstanceBusinessKey(businessKey) : query;
	}

	private static Optional<Task> first(TaskQuery query) {
		return query.orderByDueDate().asc().listPage(0, 1).stream().findFirst();
	}

	private NextTask next(Task task, boolean sameCase) {
		Optional<CardLine> line = Optional.ofNullable(task.getProcessInstanceId())
			.flatMap((instance) -> Optional.ofNullable(numbers(List.of(task)).get(instance)))
			.flatMap(this.cards::line);
		return new NextTask(task.getId(), task.getName(), line.map(CardLine::number).orElse(null),
				line.map(CardLine::subject).orElse(null), sameCase);
	}

}
