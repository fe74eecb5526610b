package dev.escala.owner.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.engine.AsSystem;
import dev.escala.engine.UserTask;
import dev.escala.engine.UserTasks;
import dev.escala.engine.receiver.WorkReceiver;
import dev.escala.matter.Matters;
import dev.escala.owner.OwnerFlow;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Talks to the engine about owners. */
@Component
class CamundaOwnerFlow implements OwnerFlow {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Matters matters;

	private final AsSystem asSystem;

	/** The tasks themselves change the matter, which ends here. */
	private final ObjectProvider<UserTasks> userTasks;

	/** Who stands in asks who owns what, which ends here. */
	private final ObjectProvider<WorkReceiver> receiver;

	CamundaOwnerFlow(RuntimeService runtime, TaskService tasks, Matters matters, AsSystem asSystem,
			ObjectProvider<UserTasks> userTasks, ObjectProvider<WorkReceiver> receiver) {
		this.receiver = receiver;
		this.runtime = runtime;
		this.tasks = tasks;
		this.matters = matters;
		this.asSystem = asSystem;
		this.userTasks = userTasks;
	}

	@Override
	public void nameOwner(CaseNumber number, UserId owner) {
		this.asSystem.run(() -> this.matters.processInstanceId(number).ifPresent((instance) -> {
			Optional<UserId> before = Optional
				.ofNullable((String) this.runtime.getVariable(instance, OwnerVariables.OWNER_ID))
				.map(UserId::new);
			this.runtime.setVariable(instance, OwnerVariables.OWNER_ID, Reference.valueOrNull(owner));
			before.ifPresent((former) -> tasksOf(number, former, this.receiver.getObject().handOver(number, former))
				.forEach((task) -> this.tasks.setAssignee(task.getId(), Reference.valueOrNull(owner))));
		}));
	}

	@Override
	public void releaseTasks(CaseNumber number, UserId owner) {
		this.asSystem.run(() -> {
			this.matters.processInstanceId(number)
				.ifPresent((instance) -> this.runtime.setVariable(instance, OwnerVariables.OWNER_ID, null));
			tasksOf(number, owner, this.receiver.getObject().handOver(number, owner))
				.forEach((task) -> this.tasks.setAssignee(task.getId(), null));
		});
	}

	@Override
	public boolean waitsForOwner(CaseNumber number, UserId owner) {
		Set<String> withDeputies = this.receiver.getObject().meantFor(number, owner);
		return this.asSystem.call(() -> ownersTasks(number).anyMatch((task) -> task.getAssignee() == null
				|| owner.value().equals(task.getAssignee()) || withDeputies.contains(task.getId())));
	}

	/** What the owner has, and what somebody has in the owner's place. */
	private List<Task> tasksOf(CaseNumber number, UserId owner, Set<String> withDeputies) {
		return ownersTasks(number)
			.filter((task) -> owner.value().equals(task.getAssignee()) || withDeputies.contains(task.getId()))
			.toList();
	}

	/** What is the owner's to do, also in the processes beside the carrying one. */
	private Stream<Task> ownersTasks(CaseNumber number) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.list()
			.stream()
			.filter((task) -> this.userTasks.getObject()
				.find(task.getTaskDefinitionKey())
				.filter(UserTask::isOwners)
				.isPresent());
	}

}
