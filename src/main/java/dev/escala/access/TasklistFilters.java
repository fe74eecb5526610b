package dev.escala.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.escala.database.Turns;
import dev.escala.engine.StoredQueries;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * The filters that everybody finds in Tasklist. They are code because creating a filter
 * is running code: its expressions are evaluated by the engine, so staff only read them.
 * Each start creates what is missing and sets back what was changed.
 */
@Component
class TasklistFilters implements ApplicationRunner, StoredQueries {

	private static final String MINE = "${currentUser()}";

	private static final String MY_GROUPS = "${currentUserGroups()}";

	private static final List<ReadyMade> FILTERS = List.of(
			new ReadyMade("Mis tareas", "Las tareas que tengo asignadas", "#1f6f8b", 10,
					(query) -> query.taskAssigneeExpression(MINE)),
			new ReadyMade("Tareas de mis grupos", "Las tareas que alguien de mis grupos debe tomar", "#3d7a4a", 20,
					(query) -> query.taskCandidateGroupInExpression(MY_GROUPS)),
			new ReadyMade("Vencidas", "Con la fecha límite pasada: mías, de mis grupos y de quienes dependen de mí",
					"#b3541e", 30, (query) -> ofMyTeams(query).dueBeforeExpression("${now()}")),
			new ReadyMade("Críticas", "Mías o de mis grupos, de casos de gravedad crítica", "#a3262f", 40,
					(query) -> mineOrMyGroups(query).processVariableValueEquals("severity", "CRITICAL")));

	private final FilterService filters;

	private final TaskService tasks;

	private final AuthorizationService authorizations;

	private final Turns turns;

	private final TransactionTemplate transaction;

	/** Asked at every look at a list, and always the same. */
	private final Supplier<Set<String>> stored = SingletonSupplier.of(this::readyMade);

	TasklistFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, Turns turns,
			PlatformTransactionManager transactions) {
		this.filters = filters;
		this.tasks = tasks;
		this.authorizations = authorizations;
		this.turns = turns;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void run(ApplicationArguments args) {
		this.transaction.executeWithoutResult((status) -> {
			// Two nodes that start together create nothing twice.
			Grants.takeTurns(this.turns);
			FILTERS.forEach(this::save);
		});
	}

	@Override
	public boolean isOne(String query) {
		return this.stored.get().contains(query);
	}

	private Set<String> readyMade() {
		return FILTERS.stream()
			.map((readyMade) -> stored(readyMade.query().apply(this.tasks.createTaskQuery())))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static String stored(TaskQuery query) {
		FilterEntity filter = new FilterEntity(EntityTypes.TASK);
		filter.setQuery(query);
		return filter.getQueryInternal();
	}

	private void save(ReadyMade readyMade) {
		Filter filter = this.filters.createFilterQuery()
			.filterResourceType(EntityTypes.TASK)
			.filterName(readyMade.name())
			.list()
			.stream()
			.findFirst()
			.orElseGet(() -> this.filters.newTaskFilter(readyMade.name()));
		filter.setQuery(readyMade.query().apply(this.tasks.createTaskQuery()));
		filter.setProperties(readyMade.properties());
		// An unchanged filter is not written: the engine compares it with its row.
		letEverybodyRead(this.filters.saveFilter(filter));
	}

	private void letEverybodyRead(Filter filter) {
		boolean granted = this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GLOBAL)
			.resourceType(Resources.FILTER)
			.resourceId(filter.getId())
			.count() > 0;
		if (!granted) {
			Authorization everybody = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
			everybody.setResource(Resources.FILTER);
			everybody.setResourceId(filter.getId());
			everybody.addPermission(Permissions.READ);
			this.authorizations.saveAuthorization(everybody);
		}
	}

	/** Tasks that the person can work on: assigned to them, or open to their groups. */
	private static TaskQuery mineOrMyGroups(TaskQuery query) {
		return query.or().taskAssigneeExpression(MINE).taskCandidateGroupInExpression(MY_GROUPS).endOr();
	}

	/**
	 * Tasks that the person answers for: theirs and their groups', and of a superior also
	 * what their people have or could take.
	 */
	private static TaskQuery ofMyTeams(TaskQuery query) {
		TaskQueryImpl either = (TaskQueryImpl) query.or();
		// The engine reads this expression, though its public interface has no method
		// for it.
		either.addExpression("taskAssigneeIn", "${teamsBelow.people()}");
		return either.taskCandidateGroupInExpression("${teamsBelow.groups()}").endOr();
	}

	/**
	 * One filter.
	 *
	 * @param name its name in Tasklist, by which it is found again
	 * @param description shown under the pointer
	 * @param color of its mark, hexadecimal
	 * @param priority the lowest stands first and is open after the login
	 * @param query adds the criteria to an empty query
	 */
	private record ReadyMade(String name, String description, String color, int priority,
			Function<TaskQuery, TaskQuery> query) {

		Map<String, Object> properties() {
			Map<String, Object> properties = new LinkedHashMap<>();
			properties.put("description", this.description);
			properties.put("color", this.color);
			properties.put("priority", this.priority);
			properties.put("refresh", true);
			// No columns of variables: each task says by itself which case it is of.
			properties.put("showUndefinedVariable", false);
			return properties;
		}

	}

}
