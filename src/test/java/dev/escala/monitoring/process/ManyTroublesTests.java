package dev.escala.monitoring.process;

import java.util.List;
import java.util.stream.IntStream;

import dev.escala.monitoring.SelfCheck;
import dev.escala.monitoring.SelfCheck.Trouble;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A check that cannot name everything says so")
class ManyTroublesTests {

	@Autowired
	private FailedJobs failedJobs;

	@Autowired
	private UnseenTasks unseenTasks;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@AfterEach
	void leaveNothing() {
		this.tasks.createTaskQuery()
			.taskNameLike("Muchas %")
			.listPage(0, 1000)
			.forEach((task) -> this.tasks.deleteTask(task.getId(), true));
		this.repository.createDeploymentQuery()
			.deploymentName("many-incidents")
			.list()
			.forEach((deployment) -> this.repository.deleteDeployment(deployment.getId(), true));
	}

	@Test
	@DisplayName("of incidents")
	void incidents() {
		this.repository.createDeployment()
			.name("many-incidents")
			.addModelInstance("many-incidents.bpmn",
					Bpmn.createExecutableProcess("many-incidents")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.userTask("userTask_wait")
						.name("Esperar")
						.endEvent()
						.done())
			.deploy();
		String execution = this.runtime.startProcessInstanceByKey("many-incidents", "ESC-2001-1").getId();
		IntStream.rangeClosed(0, 200).forEach((i) -> this.runtime.createIncident("supplierAway", execution, null));

		assertThat(subjects(this.failedJobs)).contains("many-incidents")
			.filteredOn((subject) -> subject.startsWith("incident:"))
			.hasSize(200);
	}

	@Test
	@DisplayName("of people who are gone and have tasks")
	void assignees() {
		IntStream.rangeClosed(0, 100).forEach((i) -> this.tasks.setAssignee(task(), "many-gone-" + i));

		assertThat(subjects(this.unseenTasks)).contains("many-users")
			.filteredOn((subject) -> subject.startsWith("user:"))
			.hasSize(100);
		this.tasks.deleteTasks(
				this.tasks.createTaskQuery().taskAssigneeLike("many-gone-%").list().stream().map(Task::getId).toList(),
				true);
		assertThat(subjects(this.unseenTasks)).doesNotContain("many-users");
	}

	@Test
	@DisplayName("of groups that nobody is in")
	void groups() {
		IntStream.rangeClosed(0, 100).forEach((i) -> this.tasks.addCandidateGroup(task(), "many-empty-" + i));

		assertThat(subjects(this.unseenTasks)).contains("many-groups")
			.filteredOn((subject) -> subject.startsWith("group:") || subject.startsWith("step:"))
			.hasSize(100);
	}

	private String task() {
		Task task = this.tasks.newTask();
		task.setName("Muchas tareas");
		this.tasks.saveTask(task);
		return task.getId();
	}

	private static List<String> subjects(SelfCheck check) {
		return check.find().stream().map(Trouble::subject).toList();
	}

}
