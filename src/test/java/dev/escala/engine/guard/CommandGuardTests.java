package dev.escala.engine.guard;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.engine.AsSystem;
import dev.escala.support.EscalaTest;
import dev.escala.tasklist.EveryFieldProcess;
import dev.escala.validation.Refusal;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the engine takes from a person of each role, whichever door they came by. */
@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandGuardTests {

	private static final String ME = "guarded";

	private static final String COLLEAGUE = "guardedcolleague";

	/** The documented expression for the caller's own user id. */
	private static final String EXPRESSION = "${currentUser()}";

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private AsSystem asSystem;

	@Autowired
	private JdbcClient jdbc;

	private EveryFieldProcess process;

	@BeforeAll
	void givenPeople() {
		this.process = new EveryFieldProcess(this.engine);
		this.process.person(ME, "Ana", "guardedgroup");
		this.process.person(COLLEAGUE, "Luis", "guardedgroup");
	}

	@AfterEach
	void nobodyActs() {
		this.engine.getIdentityService().clearAuthentication();
	}

	@AfterAll
	void leave() {
		this.process.close();
	}

	static Stream<String> everyGroup() {
		return Stream.concat(Arrays.stream(Role.values()).map(Role::groupId), Stream.of("guardedgroup"));
	}

	static Stream<String> staff() {
		return everyGroup().filter((group) -> !group.equals(Role.ADMINISTRATORS.groupId()));
	}

	@ParameterizedTest
	@MethodSource("everyGroup")
	@DisplayName("No query of anybody may carry an expression, at its top or in a part of it")
	void noExpressions(String group) {
		actsAs(group);

		refused(() -> tasks().taskAssigneeExpression(EXPRESSION).list(), QueryExpressionFilter.SENTENCE);
		refused(() -> tasks().taskAssigneeExpression(EXPRESSION).count(), QueryExpressionFilter.SENTENCE);
		refused(() -> tasks().or().taskCandidateUserExpression(EXPRESSION).endOr().list(),
				QueryExpressionFilter.SENTENCE);
		String ours = ours().getId();
		refused(() -> this.engine.getFilterService().list(ours, tasks().taskOwnerExpression(EXPRESSION)),
				QueryExpressionFilter.SENTENCE);
		refused(() -> this.engine.getFilterService().count(ours, tasks().or().taskOwnerExpression(EXPRESSION).endOr()),
				QueryExpressionFilter.SENTENCE);
		Filter made = this.asSystem.call(() -> this.engine.getFilterService().newTaskFilter("Con expresión"));
		made.setQuery(tasks().taskAssigneeExpression(EXPRESSION));
		refused(() -> this.engine.getFilterService().saveFilter(made), QueryExpressionFilter.SENTENCE);
		Filter changed = ours();
		changed.setName("Otro nombre");
		refused(() -> this.engine.getFilterService().saveFilter(changed), QueryExpressionFilter.SENTENCE);
	}

	@Test
	@DisplayName("The filters of Escala run, and one with an expression that somebody stored otherwise does not")
	void onlyOurFiltersRun() {
		String mine = this.process.start("LOW", ME, "guardedgroup", null).getId();
		Filter foreign = this.asSystem.call(() -> {
			Filter filter = this.engine.getFilterService().newTaskFilter("Ajeno");
			filter.setQuery(tasks());
			return this.engine.getFilterService().saveFilter(filter);
		});
		rewrite(foreign.getId(), "{\"taskOwnerExpression\":\"" + EXPRESSION + "\"}");
		try {
			actsAs(Role.ADMINISTRATORS.groupId());

			assertThat(this.engine.getFilterService().<Task>listPage(ours().getId(), 0, 100)).extracting(Task::getId)
				.contains(mine);
			refused(() -> this.engine.getFilterService().list(foreign.getId()), QueryExpressionFilter.SENTENCE);
			refused(() -> this.engine.getFilterService().count(foreign.getId()), QueryExpressionFilter.SENTENCE);
		}
		finally {
			nobodyActs();
			this.engine.getFilterService().deleteFilter(foreign.getId());
		}
	}

	@ParameterizedTest
	@MethodSource("everyGroup")
	@DisplayName("Whoever completes a task sets the fields of its form, in the types that Tasklist sends, and nothing else")
	void onlyFormFields(String group) {
		String task = this.process.start("LOW", ME, "guardedgroup", null).getId();
		actsAs(group);
		Map<String, Object> extra = Map.of("subject", "Facturas", "severity", "CRITICAL", "answer", "commit");

		refused(() -> this.engine.getTaskService().complete(task, extra), "«severity»", "«answer»");
		refused(() -> this.engine.getFormService().submitTaskForm(task, extra), "«severity»", "«answer»");
		Stream
			.of(Variables.fileValue("a.txt").file("x".getBytes()).create(), Variables.objectValue("x").create(),
					Variables.byteArrayValue("x".getBytes()), Map.of("a", "b"), List.of("a"))
			.forEach((value) -> refused(
					() -> this.engine.getFormService().submitTaskForm(task, Map.of("details", value)), "«details»"));
		assertThat(this.engine.getTaskService().getVariable(task, "severity")).isEqualTo("LOW");
		assertThat(this.engine.getTaskService().getVariables(task)).doesNotContainKeys("answer", "details");

		this.engine.getFormService()
			.submitTaskForm(task,
					Variables.putValue("subject", "Facturas")
						.putValue("details", null)
						.putValue("days", 3L)
						.putValue("major", true)
						.putValueTyped("matters", SpinValues.jsonValue("[\"a\"]").create()));
		assertThat(tasks().taskId(task).count()).isZero();
	}

	@ParameterizedTest
	@MethodSource("everyGroup")
	@DisplayName("Whoever starts a process sets the fields of its start form and no number")
	void onlyStartFields(String group) {
		String definition = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey("everyField")
			.singleResult()
			.getId();
		actsAs(group);

		refused(() -> this.engine.getRuntimeService()
			.startProcessInstanceByKey("everyField", Map.of("severity", "CRITICAL")), "«severity»");
		refused(() -> this.engine.getFormService().submitStartForm(definition, Map.of("severity", "CRITICAL")),
				"«severity»");
		refused(() -> this.engine.getFormService().submitStartForm(definition, "ESC-2026-000001", Map.of()),
				"businessKey");
		refused(() -> this.engine.getRuntimeService().startProcessInstanceByKey("everyField", "ESC-2026-000001"),
				"businessKey");
	}

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
	@DisplayName("Comments and attachments are for those who see the task")
	void taskNotes(String group) {
		String foreign = this.process.start("LOW", null, "others", null).getId();
		String mine = this.process.start("LOW", ME, "guardedgroup", null).getId();
		actsAs(group);
		var service = this.engine.getTaskService();

		service.createComment(mine, null, "Visto");
		assertThat(service.getTaskComments(mine)).hasSize(1);
		if (!Set.of("supervisors", "managers", "directors").contains(group)) {
			assertThatThrownBy(() -> service.createComment(foreign, null, "Visto"))
				.isInstanceOf(AuthorizationException.class);
			assertThatThrownBy(() -> service.getTaskComments(foreign)).isInstanceOf(AuthorizationException.class);
			assertThatThrownBy(() -> service.createAttachment("text", foreign, null, "a", "b", "https://a.example"))
				.isInstanceOf(AuthorizationException.class);
		}
		refused(() -> service.createComment(null, instance(foreign), "Visto"), "de una tarea abierta");
		refused(() -> service.getProcessInstanceComments(instance(foreign)), "de una tarea abierta");
		refused(() -> service.getAttachment("any"), "de una tarea abierta");
	}

	private String instance(String taskId) {
		return this.asSystem.call(() -> tasks().taskId(taskId).singleResult().getProcessInstanceId());
	}

	private void saved(String taskId, Consumer<Task> change) {
		Task task = this.asSystem.call(() -> tasks().taskId(taskId).singleResult());
		change.accept(task);
		refused(() -> this.engine.getTaskService().saveTask(task), "no se cambia quién la tiene");
	}

	private static void refused(ThrowingCallable call, String... words) {
		AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(call);
		thrown.hasMessageContainingAll(words).hasRootCauseInstanceOf(Refusal.class);
	}

	private void actsAs(String group) {
		this.engine.getIdentityService().setAuthentication(ME, List.of(group, "guardedgroup"));
	}

	private String assignee(String taskId) {
		return tasks().taskId(taskId).singleResult().getAssignee();
	}

	private TaskQuery tasks() {
		return this.engine.getTaskService().createTaskQuery();
	}

	private Filter ours() {
		return this.asSystem
			.call(() -> this.engine.getFilterService().createFilterQuery().filterName("Mis tareas").singleResult());
	}

	private Job cleanUp() {
		return this.asSystem.call(() -> this.engine.getHistoryService().findHistoryCleanupJobs().get(0));
	}

	/** As nobody can through the engine any more. */
	private void rewrite(String filterId, String query) {
		this.jdbc.sql("UPDATE act_ru_filter SET query_ = ? WHERE id_ = ?").params(query, filterId).update();
	}

}
