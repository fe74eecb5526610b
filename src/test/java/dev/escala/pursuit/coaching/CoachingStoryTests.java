package dev.escala.pursuit.coaching;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Who sells less well than in their own last quarter practises; together the stories pass every node of the process")
class CoachingStoryTests {

	private static final String PERSON = "coached-seller";

	private static final String LEADER = "coached-leader";

	private static final String PRACTISE = "userTask_practiseConversation";

	private static final String AGAIN = "userTask_lookAgain";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private CoachingNeeds needs;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private CaseDriver people;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("coachings");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "coaching")).isEmpty();
	}

	/** A year of which no other test has a sale. */
	@BeforeEach
	void team() {
		forget();
		CaseDriver.travelTo(Instant.parse("2014-08-20T08:00:00Z"));
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person(PERSON, Role.SALES);
		this.people.person(LEADER, Role.MANAGERS);
		this.jdbc.update(
				"INSERT INTO reporting_line (person_id, manager_id, changed_by, changed_at) VALUES (?, ?, 'supervisor', now())",
				PERSON, LEADER);
	}

	@AfterEach
	void forget() {
		ClockUtil.reset();
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("coaching")
			.list()
			.forEach((one) -> this.engine.getRuntimeService().deleteProcessInstance(one.getId(), "over"));
		this.jdbc.update("DELETE FROM coaching WHERE person = ?", PERSON);
		this.jdbc.update("DELETE FROM reporting_line WHERE person_id = ?", PERSON);
		this.jdbc.update("DELETE FROM pursuit_call WHERE number LIKE 'PRO-2014-______'");
		this.jdbc.update("DELETE FROM pursuit WHERE number LIKE 'PRO-2014-______'");
		this.jdbc.update("DELETE FROM case_party WHERE number LIKE 'PRO-2014-______'");
		this.jdbc.update("DELETE FROM matter WHERE number LIKE 'PRO-2014-______'");
	}

	@Test
	@DisplayName("Their leader gets one task with the numbers, practises, and looks again on the day that they agreed (004-68)")
	void practised() throws Exception {
		called("2014-05-06T09:00:00Z", 24, 9);
		called("2014-08-05T09:00:00Z", 20, 3);

		onFourNodes();
		assertThat(running()).hasSize(1);
		this.needs.look();
		assertThat(running()).as("the next night").hasSize(1);

		Task task = task(PRACTISE);
		assertThat(task.getAssignee()).isEqualTo(LEADER);
		assertThat(task.getName()).isEqualTo("Practicar la conversación");
		assertThat(task.getDueDate().toInstant()).isBetween(Instant.parse("2014-09-02T20:00:00Z"),
				Instant.parse("2014-09-04T00:00:00Z"));
		assertThat(shown(task)).contains("Coached-seller",
				"Conversación → cita: 3 de 20 (15\u00a0%) en 2014-T3; 9 de 24 (38\u00a0%) en 2014-T2.",
				"No es una falta");
		assertThatThrownBy(() -> this.people.complete(task, LEADER,
				Map.of("practiceOutcome", "practised", "secondLookOn", "1/8/2014")))
			.hasMessageContaining("Falta qué han practicado")
			.hasMessageContaining("Falta qué han acordado")
			.hasMessageContaining("tiene que estar por venir");
		assertThatThrownBy(() -> this.people.complete(task, LEADER, Map.of("practiceOutcome", "perhaps")))
			.hasMessageContaining("Diga si han practicado");
		this.people.complete(task, LEADER, Map.of("practiceOutcome", "practised", "practised", "La llamada, dos veces.",
				"practiceAgreed", "Pedir la cita antes.", "secondLookOn", "13/9/2014"));

		Job timer = this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(running().get(0).getId())
			.singleResult();
		assertThat(timer.getDuedate().toInstant()).as("a Saturday: when the team works next")
			.isBetween(Instant.parse("2014-09-15T05:00:00Z"), Instant.parse("2014-09-15T08:00:00Z"));
		CaseDriver.travelTo(timer.getDuedate().toInstant());
		called("2014-09-08T09:00:00Z", 10, 5);
		this.engine.getManagementService().executeJob(timer.getId());
		assertThat(task(AGAIN).getAssignee()).isEqualTo(LEADER);
		assertThat(shown(task(AGAIN))).contains("Pedir la cita antes.", "8 de 30 (27\u00a0%) en 2014-T3");
		assertThatThrownBy(() -> this.people.complete(task(AGAIN), LEADER, Map.of()))
			.hasMessageContaining("Falta cómo va");
		this.people.complete(task(AGAIN), LEADER, Map.of("lookNote", "Mejor que nunca."));
		assertThat(running()).isEmpty();
		assertThat(this.needs).satisfies(CoachingNeeds::look);
		assertThat(running()).as("this quarter is done with").isEmpty();

		assertThat(page(PERSON)).contains("La llamada, dos veces.", "Pedir la cita antes.", "13/09/2014",
				"Mejor que nunca.");
		assertThat(page(LEADER)).contains("Mejor que nunca.");
		assertThat(PageForms.withoutTokens(page("supervisor"))).contains("No hay ninguna práctica")
			.doesNotContain("Mejor que nunca.");
	}

	@Test
	@DisplayName("The last whole quarter counts too; whoever leads may decline with a reason; nobody leads their own")
	void declined() {
		called("2014-02-05T09:00:00Z", 30, 15);
		called("2014-05-06T09:00:00Z", 30, 3);
		this.jdbc.update("DELETE FROM reporting_line WHERE person_id = ?", PERSON);
		this.people.person(PERSON, Role.SALES, Role.SUPERVISORS);

		this.needs.look();

		Task task = task(PRACTISE);
		assertThat(task.getAssignee()).isNull();
		assertThat(shown(task)).contains("3 de 30 (10\u00a0%) en 2014-T2; 15 de 30 (50\u00a0%) en 2014-T1.");
		assertThatThrownBy(() -> this.people.complete(task, PERSON, Map.of("practiceOutcome", "declined")))
			.hasMessageContaining("tiene que llevarla otra persona");
		assertThatThrownBy(
				() -> this.people.complete(task(PRACTISE), "supervisor", Map.of("practiceOutcome", "declined")))
			.hasMessageContaining("Falta por qué no se practica");
		this.people.complete(task(PRACTISE), "supervisor",
				Map.of("practiceOutcome", "declined", "declinedReason", "Estuvo de baja."));
		assertThat(running()).isEmpty();
		this.needs.look();
		assertThat(running()).isEmpty();
		assertThat(page(PERSON)).contains("Estuvo de baja.");
	}

	@Test
	@DisplayName("Chance is not coached, nor what fell by less than the margin; what was rolled back begins the next night")
	void chance() {
		called("2014-05-06T09:00:00Z", 19, 19);
		called("2014-08-05T09:00:00Z", 40, 0);
		this.needs.look();
		assertThat(running()).as("nineteen calls before").isEmpty();

		called("2014-05-07T09:00:00Z", 1, 1);
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.needs.look();
			assertThat(running()).hasSize(1);
			status.setRollbackOnly();
		});
		assertThat(running()).as("died before the end").isEmpty();
		this.needs.look();
		assertThat(running()).hasSize(1);
	}

	@Test
	@DisplayName("The margin is met to the last digit, in percentage points")
	void margin() {
		CoachingRule rule = new CoachingRule(15, 10, true, 0, "Por la tabla");
		Counted before = new Counted("2014-T2", 8, 20);
		assertThat(rule.asksFor(new Counted("2014-T3", 5, 20), before)).as("25 of 40").isTrue();
		assertThat(rule.asksFor(new Counted("2014-T3", 26, 100), before)).as("26 of 40").isFalse();
		assertThat(rule.asksFor(new Counted("2014-T3", 0, 9), before)).as("nine").isFalse();
		assertThat(rule.asksFor(new Counted("2014-T3", 20, 20), before)).as("better").isFalse();
	}

	private void onFourNodes() throws Exception {
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			List<Future<Object>> looked = nodes.invokeAll(Stream.generate(() -> Executors.callable(this.needs::look))
				.limit(8)
				.map((one) -> (Callable<Object>) one)
				.toList());
			for (Future<Object> one : looked) {
				one.get();
			}
		}
		finally {
			nodes.shutdownNow();
		}
	}

	private List<ProcessInstance> running() {
		return this.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("coaching").list();
	}

	private Task task(String key) {
		return this.engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult();
	}

	private String shown(Task task) {
		return (String) this.engine.getTaskService().getVariableLocal(task.getId(), "coachingStory");
	}

	private String page(String user) {
		return StaffClient.basic(this.port, user, CaseDriver.PASSWORD).send("GET", "/ventas/practica").body();
	}

	/** So many conversations of the person, some of them with an appointment. */
	private void called(String at, int talks, int appointments) {
		Timestamp when = Timestamp.from(Instant.parse(at));
		if (this.jdbc.queryForObject("SELECT count(*) FROM matter WHERE number = 'PRO-2014-000001'", Long.class) == 0) {
			this.jdbc.update("INSERT INTO matter (number, kind, open) VALUES ('PRO-2014-000001', 'prospect', true)");
			this.jdbc.update("""
					INSERT INTO pursuit (number, kind, party_kind, party_id, party_name, subject, capture, strategy,
					  stage, stage_name, stage_kind, stage_since, group_id, owner_id, registered_by, began_at)
					VALUES ('PRO-2014-000001', 'PROSPECT', 'PROSPECT', 914000001, 'Práctica 1', 'Diez licencias', 'WEB',
					  'BOTTOM_UP', 'CONTACTED', 'Contacto', 'ACTIVE', ?, 'sales', ?, ?, '2014-01-05T09:00:00Z')
					""", when, PERSON, PERSON);
		}
		List<Object[]> calls = new ArrayList<>();
		for (int i = 0; i < talks; i++) {
			calls.add(new Object[] { (i < appointments) ? "APPOINTMENT" : "CONVERSATION", PERSON, when });
		}
		this.jdbc.batchUpdate("""
				INSERT INTO pursuit_call (number, result, channel, minutes, called_by, called_at)
				VALUES ('PRO-2014-000001', ?, 'PHONE', 5, ?, ?)
				""", calls);
	}

}
