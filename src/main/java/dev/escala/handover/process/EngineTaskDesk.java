package dev.escala.handover.process;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.AsSystem;
import dev.escala.handover.OpenTask;
import dev.escala.handover.TaskDesk;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/** The tasks as the engine has them. */
@Component
class EngineTaskDesk implements TaskDesk {

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final AsSystem asSystem;

	EngineTaskDesk(TaskService tasks, RuntimeService runtime, AsSystem asSystem) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.asSystem = asSystem;
	}

	@Override
	public Optional<OpenTask> find(String taskId) {
		return Optional.ofNullable(this.tasks.createTaskQuery().taskId(taskId).singleResult())
			.filter((task) -> task.getProcessInstanceId() != null)
			.flatMap((task) -> this.asSystem.call(() -> open(task)));
	}

	@Override
	public void assign(OpenTask task, UserId userId) {
		this.asSystem.run(() -> {
			// Read and changed by one command: whoever comes in between makes it fail.
			Task now = this.tasks.createTaskQuery().taskId(task.id()).singleResult();
			if (now == null || !Objects.equals(UserId.nullable(now.getAssignee()), task.assignee())) {
				throw new ConflictException("Otra persona ha tomado, soltado o terminado esta tarea en este momento. "
						+ "Actualice la página para ver quién la tiene.");
			}
			if (now.isSuspended()) {
				throw new ConflictException("Este proceso está suspendido: sus tareas no se dan a nadie hasta que "
						+ "Administración lo reanude.");
			}
			this.tasks.setAssignee(task.id(), Reference.valueOrNull(userId));
		});
	}

	private Optional<OpenTask> open(Task task) {
		Set<String> groups = new HashSet<>();
		Set<UserId> people = new HashSet<>();
		List<IdentityLink> links;
		try {
			links = this.tasks.getIdentityLinksForTask(task.getId());
		}
		catch (NullValueException ex) {
			// Somebody ended the task between the two looks.
			return Optional.empty();
		}
		for (IdentityLink link : links) {
			if (link.getType().equals(IdentityLinkType.CANDIDATE)) {
				Optional.ofNullable(link.getGroupId()).ifPresent(groups::add);
				Optional.ofNullable(UserId.nullable(link.getUserId())).ifPresent(people::add);
			}
		}
		ProcessInstance instance = this.runtime.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult();
		return Optional.of(new OpenTask(task.getId(), task.getName(),
				(instance == null) ? null : CaseNumber.nullable(instance.getBusinessKey()),
				UserId.nullable(task.getAssignee()), groups, people));
	}

}
