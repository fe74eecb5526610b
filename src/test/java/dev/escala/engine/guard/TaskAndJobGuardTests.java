package dev.escala.engine.guard;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.escala.access.Role;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whose tasks, jobs and notes a person of each role may touch, whichever door they came
 * by.
 */
class TaskAndJobGuardTests extends GuardTests {

	@ParameterizedTest
	@MethodSource("everyGroup")
	@DisplayName("Nobody acts for another: takes, gives, delegates, resolves, owns or frees")
	void onlyForOneself(String group) {
		String open = this.process.start("LOW", null, "guardedgroup", null).getId();
		String colleagues = this.process.start("LOW", COLLEAGUE, "guardedgroup", null).getId();
		String mine = this.process.start("LOW", ME, "guardedgroup", null).getId();
		actsAs(group);
		var service = this.engine.getTaskService();

		refused(() -> service.claim(open, COLLEAGUE), "nadie las toma en nombre de otra");
		refused(() -> service.claim(colleagues, null), "solo esa persona la libera");
		refused(() -> service.setAssignee(open, COLLEAGUE), "no se asigna así");
		refused(() -> service.setAssignee(open, ME), "no se asigna así");
		refused(() -> service.setAssignee(colleagues, null), "solo esa persona la libera");
		refused(() -> service.delegateTask(mine, COLLEAGUE), "no se delegan");
		refused(() -> service.resolveTask(mine), "Nadie le ha delegado");
		refused(() -> service.resolveTask(colleagues), "Nadie le ha delegado");
		refused(() -> service.setOwner(mine, COLLEAGUE), "lo dice el proceso");
		refused(() -> service.addUserIdentityLink(mine, COLLEAGUE, IdentityLinkType.ASSIGNEE), "lo dice el proceso");
		saved(mine, (task) -> task.setAssignee(COLLEAGUE));
		saved(mine, (task) -> task.setOwner(COLLEAGUE));
		saved(mine, (task) -> task.delegate(COLLEAGUE));
		if (!group.equals(Role.ADMINISTRATORS.groupId())) {
			refused(() -> service.addCandidateUser(colleagues, ME), "lo dice el proceso");
			refused(() -> service.deleteCandidateGroup(colleagues, "guardedgroup"), "lo dice el proceso");
		}
		nobodyActs();
		assertThat(tasks().taskId(colleagues).singleResult().getAssignee()).isEqualTo(COLLEAGUE);
		assertThat(tasks().taskId(open).singleResult().getAssignee()).isNull();
		assertThat(tasks().taskId(mine).singleResult().getOwner()).isNull();
	}

	@Test
	@DisplayName("A person takes a task for themselves and frees it again")
	void forOneself() {
		String open = this.process.start("LOW", null, "guardedgroup", null).getId();
		actsAs("guardedgroup");

		this.engine.getTaskService().claim(open, ME);
		assertThat(assignee(open)).isEqualTo(ME);
		this.engine.getTaskService().claim(open, null);

		assertThat(assignee(open)).isNull();
		this.engine.getTaskService().claim(open, ME);
		this.engine.getTaskService().setAssignee(open, null);
		assertThat(assignee(open)).isNull();
	}

	@ParameterizedTest
	@MethodSource("staff")
	@DisplayName("The jobs of the engine itself are nobody's but the administrators'")
	void engineJobs(String group) {
		String cleanUp = cleanUp().getId();
		int retries = cleanUp().getRetries();
		actsAs(group);
		var management = this.engine.getManagementService();

		refused(() -> management.suspendJobById(cleanUp), "Administración");
		refused(() -> management.activateJobById(cleanUp), "Administración");
		refused(() -> management.setJobDuedate(cleanUp, new Date()), "Administración");
		refused(() -> management.setJobRetries(cleanUp, 0), "Administración");
		refused(() -> management.setJobPriority(cleanUp, 7), "Administración");
		refused(() -> management.executeJob(cleanUp), "Administración");
		refused(() -> management.deleteJob(cleanUp), "Administración");
		refused(() -> management.recalculateJobDuedate(cleanUp, true), "Administración");
		refused(() -> management.setJobRetriesAsync(List.of(cleanUp), 0), "Administración");
		refused(() -> this.engine.getHistoryService().cleanUpHistoryAsync(true), "Administración");
		assertThat(cleanUp().getRetries()).isEqualTo(retries);
		assertThat(cleanUp().isSuspended()).isFalse();
	}

	@Test
	@DisplayName("Administrators may still change them")
	void administratorsRepair() {
		String cleanUp = cleanUp().getId();
		int retries = cleanUp().getRetries();
		actsAs(Role.ADMINISTRATORS.groupId());

		this.engine.getManagementService().setJobRetries(cleanUp, retries + 1);

		assertThat(cleanUp().getRetries()).isEqualTo(retries + 1);
		this.engine.getManagementService().setJobRetries(cleanUp, retries);
	}

	@ParameterizedTest
	@MethodSource("staff")
	@DisplayName("No message, signal or error of a process comes from a person")
	void modelOnly(String group) {
		String mine = this.process.start("LOW", ME, "guardedgroup", null).getId();
		actsAs(group);
		var runtime = this.engine.getRuntimeService();

		refused(() -> runtime.correlateMessage("internalRequest.settled"), "los envía Escala");
		refused(() -> runtime.createMessageCorrelation("internalRequest.settled").correlateAll(), "los envía Escala");
		refused(() -> runtime.signalEventReceived("any"), "los envía Escala");
		refused(() -> runtime.createConditionEvaluation().setVariable("a", "b").evaluateStartConditions(),
				"los envía Escala");
		refused(() -> runtime.createProcessInstanceByKey("everyField").startBeforeActivity("userTask_fill").execute(),
				"por el principio");
		refused(() -> this.engine.getTaskService().handleBpmnError(mine, "x"), "completándola");
		refused(() -> this.engine.getTaskService().handleEscalation(mine, "x"), "completándola");
	}

	@ParameterizedTest
	@MethodSource("staff")
	@DisplayName("Comments and attachments are read by those who see the task, and written by those who may do it")
	void taskNotes(String group) {
		String foreign = this.process.start("LOW", null, "others", null).getId();
		String mine = this.process.start("LOW", ME, "guardedgroup", null).getId();
		actsAs(group);
		var service = this.engine.getTaskService();

		service.createComment(mine, null, "Visto");
		assertThat(service.getTaskComments(mine)).hasSize(1);
		assertThatThrownBy(() -> service.createComment(foreign, null, "Visto"))
			.isInstanceOf(AuthorizationException.class);
		assertThatThrownBy(() -> service.createAttachment("text", foreign, null, "a", "b", "https://a.example"))
			.isInstanceOf(AuthorizationException.class);
		if (Set.of("supervisors", "managers", "directors", "process-owners").contains(group)) {
			assertThat(service.getTaskComments(foreign)).isEmpty();
		}
		else {
			assertThatThrownBy(() -> service.getTaskComments(foreign)).isInstanceOf(AuthorizationException.class);
		}
		refused(() -> service.createComment(null, instance(foreign), "Visto"), "de una tarea abierta");
		refused(() -> service.createComment(mine, instance(foreign), "Visto"), "no de otro");
		service.createComment(mine, instance(mine), "Visto otra vez");
		refused(() -> service.getProcessInstanceComments(instance(foreign)), "de una tarea abierta");
		refused(() -> service.getAttachment("any"), "de una tarea abierta");
	}

	@ParameterizedTest
	@MethodSource("staff")
	@DisplayName("Who has a task makes no other task of it: neither its name nor who can see it")
	void savedAsItIs(String group) {
		String mine = this.process.start("LOW", ME, "guardedgroup", null).getId();
		actsAs(group);

		saved(mine, "lo dice el proceso", (task) -> task.setName("Otra"));
		saved(mine, "lo dice el proceso", (task) -> task.setDescription("Otra"));
		saved(mine, "lo dice el proceso", (task) -> task.setPriority(99));
		saved(mine, "lo dice el proceso", (task) -> task.setTenantId("nadie"));

		assertThat(tasks().taskId(mine).singleResult().getTenantId()).isNull();
	}

	private void saved(String taskId, Consumer<Task> change) {
		saved(taskId, "no se cambia quién la tiene", change);
	}

	private void saved(String taskId, String words, Consumer<Task> change) {
		Task task = this.asSystem.call(() -> tasks().taskId(taskId).singleResult());
		change.accept(task);
		refused(() -> this.engine.getTaskService().saveTask(task), words);
	}

	private String instance(String taskId) {
		return this.asSystem.call(() -> tasks().taskId(taskId).singleResult().getProcessInstanceId());
	}

	private String assignee(String taskId) {
		return tasks().taskId(taskId).singleResult().getAssignee();
	}

	private Job cleanUp() {
		return this.asSystem.call(() -> this.engine.getHistoryService().findHistoryCleanupJobs().get(0));
	}

}
