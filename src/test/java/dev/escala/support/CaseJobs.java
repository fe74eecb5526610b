package dev.escala.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.escala.clock.ServiceClock;
import dev.escala.notice.FirstNoticeSweep;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/**
 * The jobs and timers of a case, run by the name of their element or of their clock, and
 * the time in which they fall due.
 */
public abstract class CaseJobs {

	/** Behind them the first notice goes out. */
	private static final Set<String> ANNOUNCEMENTS = Set.of("serviceTask_announceEscalation",
			"serviceTask_announceWithinHour");

	final ProcessEngine engine;

	/** By the id of the job's definition, which never changes. */
	private final Map<String, String> elements = new HashMap<>();

	private Runnable delivery = this::dispatch;

	Consumer<CaseNumber> afterEachStep = (number) -> {
	};

	CaseJobs(ProcessEngine engine) {
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
	public void afterEachStep(Consumer<CaseNumber> check) {
		this.afterEachStep = check;
	}

	/** The ids of the elements for which a job of the case is waiting. */
	public List<String> jobs(CaseNumber number) {
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
	public void run(CaseNumber number, String element) {
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
	public void runWhenDue(CaseNumber number, String element) {
		waitFor(due(number, element));
		run(number, element);
	}

	/** When the case's only timer of that element is due. */
	public Instant due(CaseNumber number, String element) {
		List<Job> jobs = jobs(number, element);
		if (jobs.size() != 1) {
			throw new AssertionError(number + " has not one timer at " + element + " but " + jobs(number));
		}
		return jobs.get(0).getDuedate().toInstant();
	}

	/** When the timer of the process that watches the clock is due. */
	public Instant due(CaseNumber number, ServiceClock clock) {
		return watchJob(number, clock).getDuedate().toInstant();
	}

	/** Runs the job of the process that watches the clock; fails where it is not due. */
	public void run(CaseNumber number, ServiceClock clock) {
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
	public void runWhenDue(CaseNumber number, ServiceClock clock) {
		waitFor(due(number, clock));
		run(number, clock);
	}

	/** Warns of the clock, lets it pass, and tells the managers. */
	public void miss(CaseNumber number, ServiceClock clock) {
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
	public Job watchJob(CaseNumber number, ServiceClock clock) {
		List<Job> jobs = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
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

	private List<Job> jobs(CaseNumber number, String element) {
		return instances(number).stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance)
				.list()
				.stream())
			.filter((job) -> element.equals(element(job)))
			.toList();
	}

	/** The ids of the case's jobs of one element, for two who run it at once. */
	public List<String> jobIds(CaseNumber number, String element) {
		return jobs(number, element).stream().map(Job::getId).toList();
	}

	private String element(Job job) {
		return this.elements.computeIfAbsent(job.getJobDefinitionId(),
				(definition) -> this.engine.getManagementService()
					.createJobDefinitionQuery()
					.jobDefinitionId(definition)
					.singleResult()
					.getActivityId());
	}

	/** The running process instances of the case, called ones too. */
	public List<String> instances(CaseNumber number) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
			.list()
			.stream()
			.map((instance) -> instance.getId())
			.toList();
	}

	/** Those in which there is something to do. */
	List<String> working(CaseNumber number) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
			.processDefinitionKeyNotIn("observedCase")
			.list()
			.stream()
			.map((instance) -> instance.getId())
			.toList();
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

}
