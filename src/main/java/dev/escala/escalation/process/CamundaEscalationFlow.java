package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.engine.AsSystem;
import dev.escala.engine.UserTask;
import dev.escala.engine.UserTasks;
import dev.escala.escalation.CustomerWish;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationFlow;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.escalation.persistence.EscalationRepository.OpenCase;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Talks to the engine for the use cases of an escalation. */
@Component
class CamundaEscalationFlow implements EscalationFlow {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final EscalationRepository escalations;

	private final Escalations cases;

	private final CaseTimers timers;

	private final UnmeasuredDeadlines unmeasured;

	private final CustomerTalks talks;

	private final ClockInspection inspection;

	private final AsSystem asSystem;

	/** The tasks themselves change the case, which ends here. */
	private final ObjectProvider<UserTasks> userTasks;

	CamundaEscalationFlow(RuntimeService runtime, TaskService tasks, EscalationRepository escalations,
			Escalations cases, CaseTimers timers, UnmeasuredDeadlines unmeasured, CustomerTalks talks,
			ClockInspection inspection, AsSystem asSystem, ObjectProvider<UserTasks> userTasks) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.escalations = escalations;
		this.cases = cases;
		this.timers = timers;
		this.unmeasured = unmeasured;
		this.talks = talks;
		this.inspection = inspection;
		this.asSystem = asSystem;
		this.userTasks = userTasks;
	}

	@Override
	public void start(String number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(EscalationProcess.KEY)
			.businessKey(number)
			.setVariable(EscalationProcess.ESCALATION_NUMBER, number)
			.execute());
	}

	@Override
	public void startLetter(String number, long letterId) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(CustomerMessageProcess.KEY)
			.businessKey(number)
			.setVariables(this.timers.facts(number))
			.setVariable(EscalationProcess.ESCALATION_NUMBER, number)
			.setVariable(CustomerMessageProcess.LETTER_ID, letterId)
			.execute());
	}

	@Override
	public void withdraw(String number) {
		correlate(number, EscalationProcess.MESSAGE_WITHDRAWN);
	}

	@Override
	public void endAsDuplicate(String number) {
		correlate(number, EscalationProcess.MESSAGE_DUPLICATE_FOUND);
	}

	private void correlate(String number, String message) {
		try {
			this.asSystem.run(() -> this.runtime.createMessageCorrelation(message)
				.processInstanceBusinessKey(number)
				.correlate());
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new ConflictException("El proceso de " + number
					+ " ya no está en marcha. Avise a la administración para que revise el caso.");
		}
	}

	@Override
	public void customerContacted(String number) {
		correlate(number, EscalationProcess.MESSAGE_CUSTOMER_CONTACTED);
	}

	@Override
	public void customersTold(String number) {
		this.asSystem.run(() -> this.runtime.createMessageCorrelation(EscalationProcess.MESSAGE_NOTICES_PROVEN)
			.processInstanceBusinessKey(number)
			.correlateAll());
	}

	@Override
	public boolean noticeFailed(String number) {
		return this.asSystem.call(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number)
			.taskDefinitionKey(EscalationProcess.TASK_REACH_CUSTOMERS)
			.count() > 0
				|| !this.runtime.createMessageCorrelation(EscalationProcess.MESSAGE_NOTICE_FAILED)
					.processInstanceBusinessKey(number)
					.correlateAllWithResult()
					.isEmpty());
	}

	@Override
	public void reopen(String number) {
		Escalation escalation = this.cases.get(number);
		this.asSystem.run(() -> {
			ProcessInstance instance = this.runtime.createProcessInstanceByKey(EscalationProcess.KEY)
				.businessKey(number)
				.setVariable(EscalationProcess.ESCALATION_NUMBER, number)
				.setVariable(EscalationProcess.SEVERITY, escalation.severity().name())
				.setVariable(EscalationProcess.SEVERITY_LABEL, escalation.severity().label())
				.setVariable(EscalationProcess.TIER, this.cases.tier(escalation).name())
				.setVariable(EscalationProcess.CUSTOMER_NAME, this.cases.customerName(escalation))
				.setVariable(EscalationProcess.CUSTOMER_KNOWN, escalation.customerId() != null)
				.setVariable(EscalationProcess.MAJOR, escalation.report().major())
				.setVariable(EscalationProcess.OWNER_ID, escalation.ownerId())
				.setVariable(EscalationProcess.RESOLVED, false)
				.setVariable(EscalationProcess.RCA_DONE, false)
				.startBeforeActivity(EscalationProcess.PHASE_RESOLVE)
				.execute();
			if (!this.escalations.bind(number, instance.getId())) {
				throw new ConflictException(number + " ya está en marcha.");
			}
		});
	}

	@Override
	public void syncTimers(String number) {
		this.asSystem.run(() -> this.timers.sync(number));
	}

	@Override
	public void endWatches(String number) {
		this.asSystem.run(() -> {
			this.timers.endWatches(number);
			endLetters(number);
			this.unmeasured.end(number);
			this.talks.end(number);
		});
	}

	@Override
	public void askToTalk(String number, CustomerWish wish, Integer level, String groupId) {
		this.asSystem.run(() -> this.talks.ask(number, level, groupId, this.timers.facts(number)));
	}

	@Override
	public boolean awaitsTalk(String number, CustomerWish wish) {
		return this.asSystem.call(() -> this.talks.isAwaited(number, wish));
	}

	/** Those that no model calls: the others end with the process that called them. */
	private void endLetters(String number) {
		this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.processDefinitionKey(CustomerMessageProcess.KEY)
			.rootProcessInstances()
			.list()
			.forEach((letter) -> this.runtime.deleteProcessInstance(letter.getId(), number + " terminó."));
	}

	@Override
	public boolean askToCorrectDeadlines(String number, String failure) {
		return this.asSystem.call(() -> this.unmeasured.ask(number, failure, this.timers.facts(number)));
	}

	@Override
	public boolean awaitsLevel(String number, int level) {
		return this.asSystem.call(() -> this.talks.isAwaitedOf(number, level)
				|| this.runtime.createProcessInstanceQuery()
					.processInstanceBusinessKey(number)
					.processDefinitionKey(AutomaticEscalationProcess.KEY)
					.variableValueEquals(AutomaticEscalationProcess.LEVEL, level)
					.count() > 0
				|| this.tasks.createTaskQuery()
					.processInstanceBusinessKey(number)
					.taskDefinitionKey(EscalationProcess.TASK_DECIDE_EXCEPTION)
					.processVariableValueEquals(AutomaticEscalationProcess.LEVEL, level)
					.count() > 0);
	}

	@Override
	public void deadlinesCorrected(String number) {
		this.asSystem.run(() -> this.unmeasured.end(number));
	}

	@Override
	public List<String> repairTimers(String number) {
		this.asSystem.run(() -> this.timers.repair(number));
		// Timers that the engine arms only at the end of that command.
		syncTimers(number);
		return this.inspection.of(List.of(new OpenCase(number, instance(number).orElse(null))))
			.getOrDefault(number, List.of());
	}

	@Override
	public void nameOwner(String number, String owner) {
		this.asSystem.run(() -> {
			Optional<String> before = instance(number)
				.map((instance) -> (String) this.runtime.getVariable(instance, EscalationProcess.OWNER_ID));
			instance(number)
				.ifPresent((instance) -> this.runtime.setVariable(instance, EscalationProcess.OWNER_ID, owner));
			before.ifPresent(
					(former) -> tasksOf(number, former).forEach((task) -> this.tasks.setAssignee(task.getId(), owner)));
		});
	}

	@Override
	public void releaseTasks(String number, String owner) {
		this.asSystem.run(() -> {
			instance(number)
				.ifPresent((instance) -> this.runtime.setVariable(instance, EscalationProcess.OWNER_ID, null));
			tasksOf(number, owner).forEach((task) -> this.tasks.setAssignee(task.getId(), null));
		});
	}

	@Override
	public boolean waitsForOwner(String number, String owner) {
		return this.asSystem.call(() -> ownersTasks(number)
			.anyMatch((task) -> task.getAssignee() == null || owner.equals(task.getAssignee())));
	}

	private List<Task> tasksOf(String number, String owner) {
		return ownersTasks(number).filter((task) -> owner.equals(task.getAssignee())).toList();
	}

	/** What is the owner's to do, also in the processes beside the case's own. */
	private Stream<Task> ownersTasks(String number) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(number)
			.list()
			.stream()
			.filter((task) -> this.userTasks.getObject()
				.find(task.getTaskDefinitionKey())
				.filter(UserTask::isOwners)
				.isPresent());
	}

	private Optional<String> instance(String number) {
		return this.escalations.processInstanceId(number);
	}

}
