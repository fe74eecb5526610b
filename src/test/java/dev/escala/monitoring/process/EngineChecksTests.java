package dev.escala.monitoring.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.monitoring.SelfCheck;
import dev.escala.monitoring.SelfCheck.Trouble;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The checks on the engine")
class EngineChecksTests {

	/** Before anything that other tests left in the engine is due. */
	private static final Instant START = Instant.parse("2001-06-04T07:00:00Z");

	@Autowired
	private LateJobs lateJobs;

	@Autowired
	private FailedJobs failedJobs;

	@Autowired
	private UnseenTasks unseenTasks;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService management;

	@Autowired
	private TaskService tasks;

	@Autowired
	private IdentityService identity;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private String deployment;

	@BeforeEach
	void givenAProcessWithAStepAndATask() {
		ClockUtil.setCurrentTime(Date.from(START));
		this.deployment = this.repository.createDeployment()
			.addModelInstance("monitoring-test.bpmn",
					Bpmn.createExecutableProcess("monitoring-test")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.serviceTask("serviceTask_fragile")
						.name("Paso\nfrágil")
						.camundaAsyncBefore()
						.camundaExpression("${mustExist + 1}")
						.userTask("userTask_look")
						.name("Mirar el resultado")
						.camundaCandidateGroups("${group}")
						.endEvent()
						.done())
			.deploy()
			.getId();
		this.accounts.keep("mon-worker", "Inés", "Sol", "ines@escala.example", "Una-clave-larga-9", Role.EXPERTS);
	}

	@AfterEach
	void removeTheProcess() {
		ClockUtil.reset();
		this.repository.deleteDeployment(this.deployment, true);
		this.identity.deleteUser("mon-worker");
		this.identity.deleteGroup("mon-empty");
	}

	@Test
	@DisplayName("find a job that is due for two minutes, as one finding that stays the same")
	void lateJob() {
		start(new CaseNumber("ESC-2001-000001"), "experts");

		pass(Duration.ofSeconds(119));
		assertThat(this.lateJobs.find()).isEmpty();

		pass(Duration.ofSeconds(2));
		assertThat(this.lateJobs.find()).singleElement().satisfies((trouble) -> {
			assertThat(trouble.subject()).isEqualTo("jobs");
			assertThat(trouble.text()).startsWith("Un trabajo espera desde hace más de 2 minutos")
				.contains("el caso ESC-2001-000001, paso «Paso frágil», desde el 4 de junio de 2001 a las 9:00.",
						"pida a administración");
		});

		start(new CaseNumber("ESC-2001-000002"), "experts");
		pass(Duration.ofMinutes(3));
		assertThat(this.lateJobs.find()).singleElement().satisfies((trouble) -> {
			assertThat(trouble.subject()).isEqualTo("jobs");
			assertThat(trouble.text()).startsWith("2 trabajos esperan").contains("ESC-2001-000001");
		});

		jobs().forEach((job) -> this.management.executeJob(job.getId()));
		assertThat(this.lateJobs.find()).isEmpty();
	}

	@Test
	@DisplayName("find no job that is suspended, given up, or being run; but one whose lock ran out or never ends")
	void notLate() {
		start(new CaseNumber("ESC-2001-000003"), "experts");
		Job job = jobs().get(0);
		pass(Duration.ofMinutes(10));
		this.management.suspendJobById(job.getId());
		assertThat(this.lateJobs.find()).isEmpty();
		this.management.activateJobById(job.getId());
		assertThat(this.lateJobs.find()).hasSize(1);
		this.management.setJobRetries(job.getId(), 0);
		assertThat(this.lateJobs.find()).isEmpty();
		this.management.setJobRetries(job.getId(), 3);

		lock(job, START.plus(Duration.ofMinutes(11)));
		assertThat(this.lateJobs.find()).as("being run").isEmpty();
		pass(Duration.ofMinutes(2));
		assertThat(this.lateJobs.find()).as("its node died").hasSize(1);
		pass(Duration.ofMinutes(10));
		lock(job, START.plus(Duration.ofMinutes(23)));
		assertThat(this.lateJobs.find()).as("taken again and again").hasSize(1);
	}

	@Test
	@DisplayName("find jobs that pile up, as one more finding")
	void pile() {
		for (int i = 0; i < 50; i++) {
			start(new CaseNumber("ESC-2001-" + (100 + i)), "experts");
		}
		pass(Duration.ofMinutes(5));

		assertThat(this.lateJobs.find()).extracting(Trouble::subject).containsExactly("jobs", "pile");
		assertThat(this.lateJobs.find().get(1).text()).startsWith("Se acumulan 50 trabajos");
	}

	@Test
	@DisplayName("find a job that failed for good, by its case and step, until it is retried")
	void failedJob() {
		ProcessInstance instance = start(new CaseNumber("ESC-2001-000004"), "experts");
		this.runtime.removeVariable(instance.getId(), "mustExist");
		Job job = jobs().get(0);
		assertThatThrownBy(() -> this.management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
		assertThat(of(this.failedJobs, "job:" + job.getId())).as("tried again later").isEmpty();

		this.management.setJobRetries(job.getId(), 1);
		assertThatThrownBy(() -> this.management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);

		assertThat(of(this.failedJobs, "job:" + job.getId())).singleElement()
			.asString()
			.contains("el caso ESC-2001-000004, paso «Paso frágil»", "el caso no avanza por ahí", "Cockpit")
			.doesNotContain("mustExist");
		assertThat(this.failedJobs.find()).filteredOn((trouble) -> trouble.subject().startsWith("incident:"))
			.as("its incident is the same trouble")
			.isEmpty();
		this.management.setJobRetries(job.getId(), 2);
		assertThat(of(this.failedJobs, "job:" + job.getId())).isEmpty();
	}

	@Test
	@DisplayName("find an incident that is no failed job")
	void incident() {
		ProcessInstance instance = start(new CaseNumber("ESC-2001-000005"), "experts");
		String id = this.runtime
			.createIncident("supplierAway",
					this.runtime.createExecutionQuery()
						.processInstanceId(instance.getId())
						.activityId("serviceTask_fragile")
						.singleResult()
						.getId(),
					null)
			.getId();

		assertThat(of(this.failedJobs, "incident:" + id)).singleElement()
			.asString()
			.startsWith("Hay un incidente del motor en el caso ESC-2001-000005, paso «Paso frágil»")
			.doesNotContain("supplierAway");
		this.runtime.deleteProcessInstance(instance.getId(), "resolved");
		assertThat(of(this.failedJobs, "incident:" + id)).isEmpty();
	}

	@Test
	@DisplayName("name at most two hundred failed jobs and say that there are more")
	void manyFailedJobs() {
		for (int i = 0; i < 201; i++) {
			start(new CaseNumber("ESC-2001-" + i), "experts");
		}
		jobs().forEach((job) -> this.management.setJobRetries(job.getId(), 0));

		List<Trouble> troubles = this.failedJobs.find();

		assertThat(troubles).filteredOn((trouble) -> trouble.subject().startsWith("job:")).hasSize(200);
		assertThat(troubles).extracting(Trouble::subject).contains("many-jobs");
	}

	@Test
	@DisplayName("find tasks of a group without members, as one finding, until it has one")
	void emptyGroup() {
		Group group = this.identity.newGroup("mon-empty");
		group.setName("Guardia de noche");
		this.identity.saveGroup(group);
		task(new CaseNumber("ESC-2001-000006"), "mon-empty");
		task(new CaseNumber("ESC-2001-000007"), "mon-empty");
		task(new CaseNumber("ESC-2001-000008"), "experts");

		assertThat(of(this.unseenTasks, "group:mon-empty")).singleElement()
			.asString()
			.startsWith("Hay 2 tareas (por ejemplo «Mirar el resultado») sin responsable y solo las podría tomar "
					+ "el grupo «Guardia de noche», que no tiene miembros (casos ESC-2001-000006, ESC-2001-000007).");
		assertThat(of(this.unseenTasks, "group:experts")).isEmpty();
		// Several tasks of one case are not several cases.
		task(new CaseNumber("ESC-2001-000006"), "mon-empty");
		task(new CaseNumber("ESC-2001-000006"), "mon-empty");
		assertThat(of(this.unseenTasks, "group:mon-empty")).singleElement()
			.asString()
			.startsWith("Hay 4 tareas")
			.contains("(casos ESC-2001-000006, ESC-2001-000007).");

		this.identity.createMembership("mon-worker", "mon-empty");
		assertThat(of(this.unseenTasks, "group:mon-empty")).isEmpty();
		this.identity.deleteMembership("mon-worker", "mon-empty");
		assertThat(of(this.unseenTasks, "group:mon-empty")).hasSize(1);
	}

	@Test
	@DisplayName("find tasks whose cell of a table names two groups as one, and say which")
	void twoGroupsInOneCell() {
		Task task = task(new CaseNumber("ESC-2001-000009"), "mon-nowhere");
		this.tasks.deleteCandidateGroup(task.getId(), "mon-nowhere");
		this.tasks.addCandidateGroup(task.getId(), "mon-a,b");

		assertThat(of(this.unseenTasks, "group:mon-a,b")).singleElement()
			.asString()
			.contains("solo las podría tomar el grupo «mon-a,b», que no existe (caso ESC-2001-000009).");
	}

	@Test
	@DisplayName("find tasks of a group that does not exist, unless somebody else may take them or has them")
	void missingGroup() {
		Task task = task(new CaseNumber("ESC-2001-000009"), "mon-nowhere");
		assertThat(of(this.unseenTasks, "group:mon-nowhere")).singleElement()
			.asString()
			.startsWith("Hay una tarea («Mirar el resultado») sin responsable")
			.contains("el grupo «mon-nowhere», que no existe", "(caso ESC-2001-000009)");

		this.tasks.addCandidateUser(task.getId(), "mon-ghost");
		assertThat(of(this.unseenTasks, "group:mon-nowhere,user:mon-ghost")).hasSize(1);
		this.tasks.addCandidateUser(task.getId(), "mon-worker");
		assertThat(unseen("mon-nowhere")).isEmpty();
		this.tasks.deleteCandidateUser(task.getId(), "mon-worker");
		assertThat(unseen("mon-nowhere")).hasSize(1);
		this.tasks.addCandidateGroup(task.getId(), "experts");
		assertThat(unseen("mon-nowhere")).isEmpty();
		this.tasks.deleteCandidateGroup(task.getId(), "experts");
		this.tasks.setAssignee(task.getId(), "mon-worker");
		assertThat(unseen("mon-nowhere")).isEmpty();
	}

	@Test
	@DisplayName("find tasks that nobody may take at all, by their step")
	void noCandidates() {
		Task task = task(new CaseNumber("ESC-2001-000010"), "mon-nowhere");
		this.tasks.deleteCandidateGroup(task.getId(), "mon-nowhere");

		assertThat(of(this.unseenTasks, "step:userTask_look")).singleElement()
			.asString()
			.contains("sin ningún grupo que pueda tomarlas (caso ESC-2001-000010)");
	}

	@Test
	@DisplayName("find tasks of a person who is gone")
	void assigneeIsGone() {
		Task task = task(new CaseNumber("ESC-2001-000011"), "experts");
		this.tasks.setAssignee(task.getId(), "mon-worker");
		assertThat(of(this.unseenTasks, "user:mon-worker")).isEmpty();

		this.identity.deleteUser("mon-worker");

		assertThat(of(this.unseenTasks, "user:mon-worker")).singleElement()
			.asString()
			.startsWith("Hay una tarea («Mirar el resultado») de «mon-worker», que ya no existe en Escala")
			.contains("ESC-2001-000011", "Asígnelas a otra persona");
	}

	private ProcessInstance start(CaseNumber caseNumber, String group) {
		return this.runtime.startProcessInstanceByKey("monitoring-test", caseNumber.value(),
				Map.of("group", group, "mustExist", 1));
	}

	private Task task(CaseNumber caseNumber, String group) {
		ProcessInstance instance = start(caseNumber, group);
		this.management
			.executeJob(this.management.createJobQuery().processInstanceId(instance.getId()).singleResult().getId());
		return this.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
	}

	private List<Job> jobs() {
		return this.management.createJobQuery()
			.processDefinitionKey("monitoring-test")
			.orderByJobId()
			.asc()
			.listPage(0, 1000);
	}

	/** As a node that takes the job does. */
	private void lock(Job job, Instant until) {
		this.jdbc.sql("UPDATE ACT_RU_JOB SET LOCK_OWNER_ = 'a node', LOCK_EXP_TIME_ = ? WHERE ID_ = ?")
			.params(java.sql.Timestamp.from(until), job.getId())
			.update();
	}

	private static void pass(Duration duration) {
		ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(duration)));
	}

	private static List<String> of(SelfCheck check, String subject) {
		return check.find().stream().filter((trouble) -> trouble.subject().equals(subject)).map(Trouble::text).toList();
	}

	private List<Trouble> unseen(String group) {
		return this.unseenTasks.find().stream().filter((trouble) -> trouble.subject().contains(group)).toList();
	}

}
