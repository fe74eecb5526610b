package dev.escala.access;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import dev.escala.reference.UserId;
import dev.escala.staffing.ReportingLine;
import dev.escala.support.EscalaTest;
import dev.escala.tasklist.EveryFieldProcess;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class TasklistFiltersTests {

	private static final String[] NAMES = { "Mis tareas", "Tareas de mis grupos", "Vencidas", "Críticas" };

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private TasklistFilters filters;

	@Autowired
	private ReportingLine lines;

	private EveryFieldProcess process;

	@BeforeEach
	void people() {
		this.process = new EveryFieldProcess(this.engine);
		this.process.person("filtrosana", "Ana", "pruebafinanzas");
		this.process.person("filtrosluis", "Luis", "pruebalegal");
	}

	@AfterEach
	void leave() {
		this.engine.getIdentityService().clearAuthentication();
		this.process.close();
	}

	@Test
	void areCreatedOnce() {
		List<String> before = ids();

		this.filters.run(null);

		assertThat(names()).containsExactlyInAnyOrder(NAMES);
		assertThat(ids()).isEqualTo(before);
	}

	@Test
	void areSetBackWhenSomebodyChangedThem() {
		Filter filter = filter("Mis tareas");
		filter.setProperties(Map.of("color", "#000000"));
		filter.setQuery(this.engine.getTaskService().createTaskQuery());
		this.engine.getFilterService().saveFilter(filter);

		this.filters.run(null);

		assertThat(filter("Mis tareas").getProperties()).containsEntry("color", "#1f6f8b")
			.containsEntry("refresh", true);
		this.process.start("LOW", "filtrosluis", null, null);
		assertThat(seenBy("filtrosana", "pruebafinanzas", "Mis tareas")).isEmpty();
	}

	@Test
	void showEachPersonWhatTheyCanWorkOn() {
		Date past = Date.from(Instant.parse("2020-01-02T09:00:00Z"));
		Date future = Date.from(Instant.parse("2999-01-02T09:00:00Z"));
		String mine = this.process.start("LOW", "filtrosana", "pruebafinanzas", future).getId();
		String mineLate = this.process.start("LOW", "filtrosana", "pruebafinanzas", past).getId();
		String group = this.process.start("LOW", null, "pruebafinanzas", future).getId();
		String groupLateCritical = this.process.start("CRITICAL", null, "pruebafinanzas", past).getId();
		String mineCritical = this.process.start("CRITICAL", "filtrosana", null, future).getId();
		this.process.start("CRITICAL", null, "pruebalegal", past);
		this.process.start("CRITICAL", "filtrosluis", "pruebafinanzas", past);

		String[] as = { "filtrosana", "pruebafinanzas" };
		assertThat(seenBy(as[0], as[1], "Mis tareas")).containsExactlyInAnyOrder(mine, mineLate, mineCritical);
		assertThat(seenBy(as[0], as[1], "Tareas de mis grupos")).containsExactlyInAnyOrder(group, groupLateCritical);
		assertThat(seenBy(as[0], as[1], "Vencidas")).containsExactlyInAnyOrder(mineLate, groupLateCritical);
		assertThat(seenBy(as[0], as[1], "Críticas")).containsExactlyInAnyOrder(groupLateCritical, mineCritical);
	}

	@Test
	@DisplayName("A superior sees what is late in their teams, taken or not; whoever is none sees no colleague's")
	void superiorsSeeWhatIsLateInTheirTeams() {
		this.process.person("filtrosjefa", "Eva", "supervisors");
		this.lines.setManager(new UserId("filtrosluis"), new UserId("filtrosjefa"), UserId.SYSTEM);
		Date past = Date.from(Instant.parse("2020-01-02T09:00:00Z"));
		Date future = Date.from(Instant.parse("2999-01-02T09:00:00Z"));
		String taken = this.process.start("LOW", "filtrosluis", "pruebalegal", past).getId();
		String open = this.process.start("LOW", null, "pruebalegal", past).getId();
		String inTime = this.process.start("LOW", "filtrosluis", "pruebalegal", future).getId();
		String otherTeam = this.process.start("LOW", "filtrosana", "pruebafinanzas", past).getId();

		List<String> late = seenBy("filtrosjefa", "supervisors", "Vencidas");

		assertThat(late).contains(taken, open).doesNotContain(inTime, otherTeam);
		assertThat(seenBy("filtrosana", "pruebafinanzas", "Vencidas")).containsExactly(otherTeam);
		assertThat(seenBy("filtrosjefa", "supervisors", "Mis tareas")).isEmpty();
		this.lines.removeManager(new UserId("filtrosluis"), UserId.SYSTEM);
	}

	@Test
	void staffMayReadButNotChangeThem() {
		this.engine.getIdentityService().setAuthentication("filtrosana", List.of("pruebafinanzas"));

		assertThat(names()).containsExactlyInAnyOrder(NAMES);
		Filter filter = filter("Mis tareas");
		filter.setName("Otra");
		filter.setQuery(this.engine.getTaskService().createTaskQuery());
		assertThat(
				org.assertj.core.api.Assertions.catchThrowable(() -> this.engine.getFilterService().saveFilter(filter)))
			.isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
	}

	private List<String> seenBy(String user, String group, String filter) {
		this.engine.getIdentityService().setAuthentication(user, List.of(group));
		try {
			return this.engine.getFilterService()
				.<Task>listPage(filter(filter).getId(), 0, 100)
				.stream()
				.map(Task::getId)
				.toList();
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}
	}

	private Filter filter(String name) {
		return this.engine.getFilterService().createFilterQuery().filterName(name).singleResult();
	}

	private List<String> names() {
		return this.engine.getFilterService()
			.createFilterQuery()
			.filterResourceType(EntityTypes.TASK)
			.listPage(0, 100)
			.stream()
			.map(Filter::getName)
			.toList();
	}

	private List<String> ids() {
		return this.engine.getFilterService().createFilterQuery().list().stream().map(Filter::getId).sorted().toList();
	}

}
