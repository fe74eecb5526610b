package dev.escala.support;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Works a case as its people do: logs in, claims, completes forms; and runs jobs by the
 * name of their element. Everything goes through the engine's public services, with the
 * grants of the person who acts.
 */
public class CaseDriver extends CaseJobs {

	/** Of everybody who works a case here. */
	public static final String PASSWORD = "correct-Horse-7-battery";

	private final Map<CaseNumber, ProcessInstance> processes = new HashMap<>();

	private boolean marking;

	public CaseDriver(ProcessEngine engine) {
		super(engine);
	}

	/** From now on, what is written for colleagues carries a mark. */
	public void markInternalTexts() {
		this.marking = true;
	}

	/** A person of the given groups, with an e-mail address. */
	public void person(String id, Role... roles) {
		if (this.engine.getIdentityService().createUserQuery().userId(id).count() == 0) {
			User user = this.engine.getIdentityService().newUser(id);
			user.setFirstName(id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
			user.setLastName("Demostración");
			user.setEmail(id + "@escala.example");
			user.setPassword(PASSWORD);
			this.engine.getIdentityService().saveUser(user);
		}
		for (Role role : roles) {
			if (this.engine.getIdentityService()
				.createUserQuery()
				.userId(id)
				.memberOfGroup(role.groupId())
				.count() == 0) {
				this.engine.getIdentityService().createMembership(id, role.groupId());
			}
		}
	}

	/**
	 * Tells a story in which a group has only that member: people of other tests leave it
	 * meanwhile.
	 */
	public void withOnly(String member, Role role, Runnable story) {
		IdentityService identity = this.engine.getIdentityService();
		List<String> others = identity.createUserQuery()
			.memberOfGroup(role.groupId())
			.list()
			.stream()
			.map(User::getId)
			.filter((id) -> !id.equals(member))
			.toList();
		others.forEach((id) -> identity.deleteMembership(id, role.groupId()));
		try {
			story.run();
		}
		finally {
			others.forEach((id) -> identity.createMembership(id, role.groupId()));
		}
	}

	/** The people of the demo organisation. */
	public void staff() {
		person("agente", Role.AGENTS);
		person("finanzas", Role.FINANCE, Role.LEGAL);
		person("tecnologia", Role.TECHNOLOGY, Role.PRODUCT);
		person("supervisor", Role.SUPERVISORS, Role.TRIAGE);
		person("gerente", Role.MANAGERS, Role.DIRECTORS);
		person("arquitecto", Role.ARCHITECTS, Role.EXPERTS);
		person("ejecutivo", Role.EXECUTIVES);
		person("problemas", Role.PROBLEM_COORDINATORS);
	}

	/**
	 * Starts an escalation by the start form, as Tasklist does, and returns its number.
	 */
	public CaseNumber report(String user, Map<String, Object> form) {
		return start("customerEscalation", user, form);
	}

	/** Starts a process by its start form, as Tasklist does; returns its business key. */
	public CaseNumber start(String processKey, String user, Map<String, Object> form) {
		ProcessInstance process = as(user, () -> {
			String definition = this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey(processKey)
				.latestVersion()
				.singleResult()
				.getId();
			return this.engine.getFormService().submitStartForm(definition, asSent(form));
		});
		CaseNumber number = number(process.getId());
		this.processes.put(number, process);
		this.afterEachStep.accept(number);
		return number;
	}

	/** The process of a case that this driver reported, also when it has ended. */
	public ProcessInstance process(CaseNumber number) {
		return this.processes.get(number);
	}

	private CaseNumber number(String instance) {
		return new CaseNumber(this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceId(instance)
			.singleResult()
			.getBusinessKey());
	}

	/** Claims and completes the only such task of the case, as the form does. */
	public void complete(CaseNumber number, String user, String taskKey, Map<String, Object> form) {
		complete(task(number, taskKey), user, form);
		this.afterEachStep.accept(number);
	}

	/** Answers what the customer asked, point by point, and completes the reply. */
	public void reply(CaseNumber number, String user, Map<String, Object> form) {
		complete(number, user, "userTask_replyToContact",
				Forms.with(form, "answers", ReplyAnswers.of(this.engine, number)));
	}

	/** The corrective actions of the case are given up: nothing of them is left. */
	public void giveUpActions(CaseNumber number) {
		for (String task : List.of("userTask_doAction", "userTask_decideAction")) {
			this.engine.getTaskService()
				.createTaskQuery()
				.processInstanceBusinessKey(number.value())
				.taskDefinitionKey(task)
				.list()
				.forEach((open) -> complete(open, (open.getAssignee() == null) ? "problemas" : open.getAssignee(),
						task.equals("userTask_doAction")
								? Map.of("actionOutcome", "cannot", "actionNote", "Ya no hay cola.")
								: Map.of("actionDecision", "dropped", "actionReason", "Ya no hay cola.")));
		}
	}

	/** Claims and completes a task, as the form does. */
	public void complete(Task task, String user, Map<String, Object> form) {
		as(user, () -> {
			if (!user.equals(task.getAssignee())) {
				this.engine.getTaskService().claim(task.getId(), user);
			}
			this.engine.getFormService().submitTaskForm(task.getId(), asSent(form));
			return null;
		});
	}

	/** Tasklist sends a checklist as JSON. */
	private Map<String, Object> asSent(Map<String, Object> form) {
		Map<String, Object> sent = new HashMap<>(form);
		sent.replaceAll((field, value) -> {
			if (value instanceof List<?> chosen) {
				return SpinValues.jsonValue(Spin.JSON(chosen).toString()).create();
			}
			return (this.marking && value instanceof String text) ? InternalTexts.marked(field, text) : value;
		});
		return sent;
	}

	/** The only such task of the case. */
	public Task task(CaseNumber number, String taskKey) {
		Task task = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(taskKey)
			.initializeFormKeys()
			.singleResult();
		if (task == null) {
			throw new AssertionError(
					number + " has no task " + taskKey + " but " + tasks(number) + ", jobs " + jobs(number));
		}
		return task;
	}

	/** The ids of the case's open tasks; nobody has one without knowing by when. */
	public Set<String> tasks(CaseNumber number) {
		List<Task> open = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.list();
		assertThat(open).as("open tasks of " + number)
			.allSatisfy((task) -> assertThat(task.getDueDate()).as(task.getTaskDefinitionKey()).isNotNull());
		return open.stream().map(Task::getTaskDefinitionKey).collect(Collectors.toSet());
	}

	/** The groups that are offered the only such task of the case. */
	public Set<String> groups(CaseNumber number, String taskKey) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task(number, taskKey).getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/** The values that the only such task of the case offers for a field. */
	public List<String> offered(CaseNumber number, String taskKey, String choices) {
		SpinJsonNode offered = (SpinJsonNode) this.engine.getTaskService()
			.getVariableLocal(task(number, taskKey).getId(), choices);
		return offered.elements().stream().map((choice) -> choice.prop("value").stringValue()).toList();
	}

	/**
	 * Whatever of the case still waits: tasks, jobs, incidents, instances; not its
	 * observation, for which nobody does anything.
	 */
	public Set<String> left(CaseNumber number) {
		Set<String> left = new TreeSet<>(tasks(number));
		left.addAll(jobs(number));
		left.removeAll(Set.of("event_periodOver", "event_answerLate"));
		working(number).forEach((instance) -> {
			left.add("instance " + instance);
			this.engine.getRuntimeService()
				.createIncidentQuery()
				.processInstanceId(instance)
				.list()
				.forEach((incident) -> left.add("incident " + incident.getIncidentMessage()));
		});
		return left;
	}

	/** How often the case has passed an element, in called processes too. */
	public long times(CaseNumber number, String element) {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
			.list()
			.stream()
			.mapToLong((instance) -> this.engine.getHistoryService()
				.createHistoricActivityInstanceQuery()
				.processInstanceId(instance.getId())
				.activityId(element)
				.count())
			.sum();
	}

	/** The elements that the case has passed or waits at, called processes too. */
	public Set<String> passed(CaseNumber number) {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
			.list()
			.stream()
			.flatMap((instance) -> this.engine.getHistoryService()
				.createHistoricActivityInstanceQuery()
				.processInstanceId(instance.getId())
				.list()
				.stream())
			.map((activity) -> activity.getActivityId())
			.collect(Collectors.toSet());
	}

	/** Acts as a person, with their groups and no more. */
	public <T> T as(String user, java.util.function.Supplier<T> work) {
		List<String> groups = this.engine.getIdentityService()
			.createGroupQuery()
			.groupMember(user)
			.list()
			.stream()
			.map((group) -> group.getId())
			.toList();
		this.engine.getIdentityService().setAuthentication(user, groups);
		try {
			return work.get();
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}
	}

}
