package dev.escala.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * Works a case as its people do: logs in, claims, completes forms; and runs jobs by the
 * name of their element. Everything goes through the engine's public services, with the
 * grants of the person who acts.
 */
public class CaseDriver {

	private final ProcessEngine engine;

	public CaseDriver(ProcessEngine engine) {
		this.engine = engine;
	}

	/** A person of the given groups, with an e-mail address. */
	public void person(String id, Role... roles) {
		if (this.engine.getIdentityService().createUserQuery().userId(id).count() == 0) {
			User user = this.engine.getIdentityService().newUser(id);
			user.setFirstName(id.substring(0, 1).toUpperCase() + id.substring(1));
			user.setLastName("Demostración");
			user.setEmail(id + "@escala.example");
			user.setPassword("Contrasena-" + id + "-1");
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
	public String report(String user, Map<String, Object> form) {
		return number(as(user, () -> {
			String definition = this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey("customerEscalation")
				.latestVersion()
				.singleResult()
				.getId();
			return this.engine.getFormService().submitStartForm(definition, form).getId();
		}));
	}

	private String number(String instance) {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceId(instance)
			.singleResult()
			.getBusinessKey();
	}

	/** Claims and completes the only such task of the case, as the form does. */
	public void complete(String number, String user, String taskKey, Map<String, Object> form) {
		Task task = task(number, taskKey);
		as(user, () -> {
			if (!user.equals(task.getAssignee())) {
				this.engine.getTaskService().claim(task.getId(), user);
			}
			this.engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(form));
			return null;
		});
	}

	/** The only such task of the case. */
	public Task task(String number, String taskKey) {
		Task task = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number)
			.taskDefinitionKey(taskKey)
			.initializeFormKeys()
			.singleResult();
		if (task == null) {
			throw new AssertionError(
					number + " has no task " + taskKey + " but " + tasks(number) + ", jobs " + jobs(number));
		}
		return task;
	}

	/** The ids of the case's open tasks. */
	public Set<String> tasks(String number) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number)
			.list()
			.stream()
			.map(Task::getTaskDefinitionKey)
			.collect(java.util.stream.Collectors.toSet());
	}

	/** The ids of the elements for which a job of the case is waiting. */
	public List<String> jobs(String number) {
		return instances(number).stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance)
				.list()
				.stream())
			.map(this::element)
			.sorted()
			.toList();
	}

	/** Runs the case's jobs of one element; fails where there is none. */
	public void run(String number, String element) {
		List<Job> jobs = instances(number).stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance)
				.list()
				.stream())
			.filter((job) -> element.equals(element(job)))
			.toList();
		if (jobs.isEmpty()) {
			throw new AssertionError(number + " has no job at " + element + " but " + jobs(number));
		}
		jobs.forEach((job) -> this.engine.getManagementService().executeJob(job.getId()));
	}

	private String element(Job job) {
		return this.engine.getManagementService()
			.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult()
			.getActivityId();
	}

	/** The running process instances of the case, called ones too. */
	public List<String> instances(String number) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.list()
			.stream()
			.map((instance) -> instance.getId())
			.toList();
	}

	/** The elements that the case has passed or waits at, called processes too. */
	public Set<String> passed(String number) {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.list()
			.stream()
			.flatMap((instance) -> this.engine.getHistoryService()
				.createHistoricActivityInstanceQuery()
				.processInstanceId(instance.getId())
				.list()
				.stream())
			.map((activity) -> activity.getActivityId())
			.collect(java.util.stream.Collectors.toSet());
	}

	/** Moves the time of the engine and of Escala together. */
	public static void travel(Duration duration) {
		ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(duration)));
	}

	/** Sets the time of the engine and of Escala together. */
	public static void travelTo(Instant instant) {
		ClockUtil.setCurrentTime(Date.from(instant));
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
