package dev.escala.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.escalation.FirstNoticeSweep;
import dev.escala.notification.Dispatcher;
import dev.escala.servicelevel.ServiceClock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Works a case as its people do: logs in, claims, completes forms; and runs jobs by the
 * name of their element. Everything goes through the engine's public services, with the
 * grants of the person who acts.
 */
public class CaseDriver {

	/** Behind them the first notice goes out. */
	private static final Set<String> ANNOUNCEMENTS = Set.of("serviceTask_announceEscalation",
			"serviceTask_announceWithinHour");

	private final ProcessEngine engine;

	private final Map<String, ProcessInstance> processes = new HashMap<>();

	private Runnable delivery = this::dispatch;

	private Consumer<String> afterEachStep = (number) -> {
	};

	public CaseDriver(ProcessEngine engine) {
		this.engine = engine;
	}

	/** Sends mail otherwise than by the dispatcher. */
	public void deliverBy(Runnable delivery) {
		this.delivery = delivery;
	}

	private void dispatch() {
		Dispatcher dispatcher = (Dispatcher) bean("dispatcher");
		while (dispatcher.run() > 0) {
			// Until nothing waits any more.
		}
	}

	/** Checks what has to be true of a case whatever was just done with it. */
	public void afterEachStep(Consumer<String> check) {
		this.afterEachStep = check;
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
	public String report(String user, Map<String, Object> form) {
		ProcessInstance process = as(user, () -> {
			String definition = this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey("customerEscalation")
				.latestVersion()
				.singleResult()
				.getId();
			return this.engine.getFormService().submitStartForm(definition, form);
		});
		String number = number(process.getId());
		this.processes.put(number, process);
		this.afterEachStep.accept(number);
		return number;
	}

	/** The process of a case that this driver reported, also when it has ended. */
	public ProcessInstance process(String number) {
		return this.processes.get(number);
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
		this.afterEachStep.accept(number);
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
			.collect(Collectors.toSet());
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

	/**
	 * Runs the case's jobs of one element, as the job executor would now; fails where
	 * there is none and where it is not due yet.
	 */
	public void run(String number, String element) {
		List<Job> jobs = jobs(number, element);
		if (jobs.isEmpty()) {
			throw new AssertionError(number + " has no job at " + element + " but " + jobs(number));
		}
		jobs.forEach((job) -> {
			if (job.getDuedate() != null && job.getDuedate().after(ClockUtil.getCurrentTime())) {
				throw new AssertionError(element + " of " + number + " is not due before " + job.getDuedate());
			}
			execute(job);
		});
		this.afterEachStep.accept(number);
	}

	/** Runs a job as the job executor would; behind an announcement its mails go out. */
	public void execute(Job job) {
		String element = element(job);
		this.engine.getManagementService().executeJob(job.getId());
		if (ANNOUNCEMENTS.contains(element)) {
			deliver();
		}
	}

	/** Sends what waits to be sent, and lets the cases know who has the first notice. */
	public void deliver() {
		this.delivery.run();
		((FirstNoticeSweep) bean("firstNoticeSweep")).run();
	}

	/** A bean of the application, found as the models find theirs. */
	private Object bean(String name) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine
			.getProcessEngineConfiguration();
		return configuration.getCommandExecutorTxRequired()
			.execute((context) -> configuration.getExpressionManager()
				.createExpression("${" + name + "}")
				.getValue(StartProcessVariableScope.getSharedInstance()));
	}

	/** Waits until the case's timer of that element is due, and runs it. */
	public void runWhenDue(String number, String element) {
		waitFor(due(number, element));
		run(number, element);
	}

	/** When the case's only timer of that element is due. */
	public Instant due(String number, String element) {
		List<Job> jobs = jobs(number, element);
		if (jobs.size() != 1) {
			throw new AssertionError(number + " has not one timer at " + element + " but " + jobs(number));
		}
		return jobs.get(0).getDuedate().toInstant();
	}

	/** When the timer of the process that watches the clock is due. */
	public Instant due(String number, ServiceClock clock) {
		return watchJob(number, clock).getDuedate().toInstant();
	}

	/** Runs the job of the process that watches the clock; fails where it is not due. */
	public void run(String number, ServiceClock clock) {
		Job job = watchJob(number, clock);
		if (job.isSuspended()) {
			throw new AssertionError(clock + " of " + number + " stands still");
		}
		if (job.getDuedate() != null && job.getDuedate().after(ClockUtil.getCurrentTime())) {
			throw new AssertionError(clock + " of " + number + " is not due before " + job.getDuedate());
		}
		this.engine.getManagementService().executeJob(job.getId());
		this.afterEachStep.accept(number);
	}

	/** Waits until the clock's timer is due, and runs it. */
	public void runWhenDue(String number, ServiceClock clock) {
		waitFor(due(number, clock));
		run(number, clock);
	}

	/** Warns of the clock, lets it pass, and tells the managers. */
	public void miss(String number, ServiceClock clock) {
		runWhenDue(number, clock);
		runWhenDue(number, clock);
		run(number, clock);
	}

	private static void waitFor(Instant due) {
		if (due.isAfter(now())) {
			travelTo(due);
		}
	}

	/** The only job of the process that watches the latest run of a clock. */
	public Job watchJob(String number, ServiceClock clock) {
		List<Job> jobs = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.variableValueEquals("clock", clock.name())
			.list()
			.stream()
			.flatMap((watch) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(watch.getId())
				.list()
				.stream())
			.toList();
		if (jobs.size() != 1) {
			throw new AssertionError(clock + " of " + number + " has not one job but " + jobs);
		}
		return jobs.get(0);
	}

	private List<Job> jobs(String number, String element) {
		return instances(number).stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance)
				.list()
				.stream())
			.filter((job) -> element.equals(element(job)))
			.toList();
	}

	/** The groups that are offered the only such task of the case. */
	public Set<String> groups(String number, String taskKey) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task(number, taskKey).getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/** The values that the only such task of the case offers for a field. */
	public List<String> offered(String number, String taskKey, String choices) {
		SpinJsonNode offered = (SpinJsonNode) this.engine.getTaskService()
			.getVariableLocal(task(number, taskKey).getId(), choices);
		return offered.elements().stream().map((choice) -> choice.prop("value").stringValue()).toList();
	}

	/** Whatever of the case still waits: tasks, jobs, incidents, instances. */
	public Set<String> left(String number) {
		Set<String> left = new TreeSet<>(tasks(number));
		left.addAll(jobs(number));
		instances(number).forEach((instance) -> {
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
	public long times(String number, String element) {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.list()
			.stream()
			.mapToLong((instance) -> this.engine.getHistoryService()
				.createHistoricActivityInstanceQuery()
				.processInstanceId(instance.getId())
				.activityId(element)
				.count())
			.sum();
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
			.collect(Collectors.toSet());
	}

	/** Moves the time of the engine and of Escala together. */
	public static void travel(Duration duration) {
		ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(duration)));
	}

	/** What the engine and Escala take for now. */
	public static Instant now() {
		return ClockUtil.getCurrentTime().toInstant();
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
