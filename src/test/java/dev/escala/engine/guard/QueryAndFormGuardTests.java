package dev.escala.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.escala.access.Role;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person of each role may ask and say, whichever door they came by. */
class QueryAndFormGuardTests extends GuardTests {

	/** The documented expression for the caller's own user id. */
	private static final String EXPRESSION = "${currentUser()}";

	@Autowired
	private JdbcClient jdbc;

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

	private Filter ours() {
		return this.asSystem
			.call(() -> this.engine.getFilterService().createFilterQuery().filterName("Mis tareas").singleResult());
	}

	/** As nobody can through the engine any more. */
	private void rewrite(String filterId, String query) {
		this.jdbc.sql("UPDATE act_ru_filter SET query_ = ? WHERE id_ = ?").params(query, filterId).update();
	}

}
