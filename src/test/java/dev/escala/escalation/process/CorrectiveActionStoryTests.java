package dev.escala.escalation.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.corrective.ActionState;
import dev.escala.corrective.ChaseActions;
import dev.escala.corrective.CorrectiveAction;
import dev.escala.corrective.CorrectiveActions;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RcaStatus;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.InternalTexts;
import dev.escala.support.ModelCoverage;
import dev.escala.support.StaffClient;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The stories of corrective actions; together they pass every node and every flow of their process")
class CorrectiveActionStoryTests extends LevelStory {

	private static final String DO = "userTask_doAction";

	private static final String DECIDE = "userTask_decideAction";

	private static final String LOOK = "userTask_checkEffect";

	private static final String NEAR = "event_actionNear";

	private static final String LATE = "event_actionLate";

	private static final String VISIBLE = "event_effectVisible";

	@Autowired
	private CorrectiveActions actions;

	@Autowired
	private ChaseActions chase;

	@Autowired
	private RootCauseAnalyses analyses;

	@Autowired
	private EndCase endings;

	@Autowired
	private ReopenCase reopening;

	@Autowired
	private Timeline timeline;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("corrective actions");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "correctiveAction")).as("nodes and flows that no story passed").isEmpty();
	}

	@Test
	@DisplayName("A closed case's action is chased until it is done, and its effect is looked at (001-30, 001-34)")
	void chasedUntilItWorks() {
		CaseNumber number = approved("Vigilar la cola | Ingeniera DEMOSTRACION | 10/12/2026");
		long id = this.actions.actions(number).get(0).id();
		assertThat(told(number, "action-" + id + "-1-given")).containsExactly("ingeniera@escala.example");
		assertThat(this.people.task(number, DO).getAssignee()).isEqualTo("ingeniera");
		assertThat(this.people.task(number, DO).getDueDate()).as("the end of the day")
			.isEqualTo("2026-12-10T17:00:00Z");
		close(number);
		assertThat(page(number)).contains("Acciones correctivas",
				"(Ingeniera Demostración, hasta el 10/12/2026): por hacer.");

		remind(number, "2026-12-04T08:00:00Z");
		assertThat(told(number, "action-" + id + "-1-near")).containsExactly("ingeniera@escala.example");
		chase(number, "2026-12-10T17:00:00Z");
		assertThat(told(number, "action-" + id + "-1-late-1")).containsExactlyInAnyOrder("ingeniera@escala.example",
				"jefa@escala.example");
		chase(number, "2026-12-15T17:00:00Z");
		assertThat(told(number, "action-" + id + "-1-late-2")).hasSize(2);
		assertThat(this.people.due(number, LATE)).as("again until it is done").isEqualTo("2026-12-20T17:00:00Z");
		assertThat(page(number)).contains("por hacer, fuera de plazo.");

		assertRefused(number, DO, "ingeniera", Map.of("actionOutcome", "done", "actionDoneOn", "16/12/2026"),
				"El 16/12/2026 está por venir", "Falta qué se hizo");
		this.people.complete(number, "ingeniera", DO,
				Map.of("actionOutcome", "done", "actionDoneOn", "14/12/2026", "actionNote", "Hay una alarma."));
		assertThat(this.people.jobs(number)).as("nobody is chased any more").contains(VISIBLE).doesNotContain(LATE);
		assertThat(page(number)).contains("hecha, falta comprobar su efecto; se hizo el 14/12/2026, tarde.");

		assertThat(this.people.due(number, VISIBLE)).isEqualTo("2027-01-13T08:00:00Z");
		this.people.runWhenDue(number, VISIBLE);
		assertThat(this.people.groups(number, LOOK)).containsExactly(Role.PROBLEM_COORDINATORS.groupId());
		assertThat(this.people.task(number, LOOK).getDueDate()).isEqualTo("2027-01-18T17:00:00Z");
		assertThat(form(this.people.task(number, LOOK), "actionSaid")).isEqualTo(InternalTexts.kept("Hay una alarma."));
		this.people.complete(number, "problemas", LOOK,
				Map.of("actionEffect", "works", "effectNote", "Ningún caso igual en un mes."));

		assertThat(this.people.left(number)).isEmpty();
		assertThat(page(number)).contains("comprobada: funciona; se hizo el 14/12/2026, tarde; lo comprobó Problemas "
				+ "Demostración el 13/01/2027.");
		assertThat(history(number)).anyMatch((text) -> text.contains("»: hecha el 14/12/2026. Hay una alarma."))
			.anyMatch((text) -> text.contains("venció el 10/12/2026"))
			.anyMatch((text) -> text.contains("comprobada, y funciona. Ningún caso igual"));
	}

	@Test
	@DisplayName("What cannot be done the problem coordinators give to somebody else, and at last drop, with their reasons")
	void decided() {
		CaseNumber number = approved("Vigilar la cola | agente | 10/12/2026");
		CorrectiveAction action = this.actions.actions(number).get(0);
		assertRefused(number, DO, "agente", Map.of("actionOutcome", "cannot"), "Falta por qué no se puede hacer");
		this.people.complete(number, "agente", DO, cannot("No tengo acceso."));

		assertThat(this.people.tasks(number)).contains(DECIDE).doesNotContain(DO);
		assertThat(this.people.jobs(number)).doesNotContain(NEAR, LATE);
		assertThat(form(this.people.task(number, DECIDE), "actionSaid"))
			.isEqualTo(InternalTexts.kept("No tengo acceso."));
		assertThat(this.people.offered(number, DECIDE, "staff")).contains("ingeniera", "agente");
		assertRefused(number, DECIDE, "problemas", again("fantasma", "30/02/2027"),
				"«fantasma» no está en el directorio", "«30/02/2027» no es una fecha");
		assertRefused(number, DECIDE, "problemas", again("ingeniera", "20/11/2026"),
				"La fecha 20/11/2026 ya ha pasado");
		this.people.complete(number, "problemas", DECIDE, again("ingeniera", "11/12/2026"));

		assertThat(told(number, "action-" + action.id() + "-2-given")).containsExactly("ingeniera@escala.example");
		assertThat(this.people.task(number, DO).getAssignee()).isEqualTo("ingeniera");
		assertThat(this.people.task(number, DO).getDueDate()).isEqualTo("2026-12-11T17:00:00Z");
		this.people.complete(number, "ingeniera", DO, cannot("Ya no hay cola."));
		this.people.complete(number, "problemas", DECIDE,
				Map.of("actionDecision", "dropped", "actionReason", "Se cambió el sistema."));

		assertThat(this.people.tasks(number)).containsExactly("userTask_shareRca");
		assertThat(state(action.id())).isEqualTo(ActionState.DROPPED);
		assertThatExceptionOfType(ConflictException.class).as("a second click")
			.isThrownBy(() -> this.actions.drop(action.id(), new UserId("problemas"), "Otra vez."))
			.withMessageContaining("está «descartada»");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.actions.done(action.id(), new UserId("ingeniera"), null, "Hecha."));
	}

	@Test
	@DisplayName("What was done already goes to the look at its effect; what did not work is replaced, or given up")
	void looked() {
		CaseNumber number = approved(
				"Vaciar la cola | ingeniera | 01/11/2026 | hecha\nAvisar a todos | agente | 20/11/2026 | hecha");
		assertThat(this.people.tasks(number)).containsExactly("userTask_shareRca");
		assertThat(this.outbox.messages(number)).noneMatch((message) -> message.step().startsWith("action-"));

		CaseDriver.travelTo(Instant.parse("2026-12-21T09:00:00Z"));
		this.people.run(number, VISIBLE);
		Task first = look(number, "Vaciar la cola");
		assertThatThrownBy(() -> this.people.complete(first, "problemas",
				Map.of("actionEffect", "another", "effectNote", "Se llenó otra vez.")))
			.hasMessageContainingAll("Falta la acción nueva", "Falta la persona responsable", "Falta la fecha");
		this.people.complete(first, "problemas", Map.of("actionEffect", "another", "effectNote", "Se llenó otra vez.",
				"newAction", "Doblar la cola", "actionOwner", "ingeniera", "actionDueOn", "15/01/2027"));
		this.people.complete(look(number, "Avisar a todos"), "problemas",
				Map.of("actionEffect", "givenUp", "effectNote", "Nadie lo lee."));

		assertThat(this.actions.actions(number)).extracting(CorrectiveAction::state)
			.containsExactly(ActionState.REPLACED, ActionState.DROPPED, ActionState.OPEN);
		assertThat(this.people.task(number, DO).getDueDate()).isEqualTo("2027-01-15T17:00:00Z");
		assertThat(form(this.people.task(number, DO), "actionText")).isEqualTo(InternalTexts.kept("Doblar la cola"));
	}

	@Test
	@DisplayName("Nothing waits for an owner who is away or has left: the deputy gets it, or the coordinators share it")
	void notStuck() {
		this.people.person("becaria", Role.TECHNOLOGY);
		away("jefa", "suplente");
		CaseNumber number = approved("Vigilar la cola | jefa | 26/11/2026");
		assertThat(this.people.task(number, DO).getAssignee()).as("away on its day").isEqualTo("suplente");
		assertThat(page(number)).contains("(Suplente Demostración, hasta el 26/11/2026)");

		CaseNumber left = approved("Vigilar la cola | becaria | 26/11/2026");
		assertThat(this.people.task(left, DO).getAssignee()).isEqualTo("becaria");
		this.engine.getIdentityService().deleteUser("becaria");
		this.people.runWhenDue(left, NEAR);
		this.people.run(left, "serviceTask_remindOfAction");
		assertThat(this.people.task(left, DO).getAssignee()).isNull();
		assertThat(this.people.groups(left, DO)).contains(Role.PROBLEM_COORDINATORS.groupId());
		assertThat(told(left, "action-" + this.actions.actions(left).get(0).id() + "-1-near"))
			.contains("problemas@escala.example");
		assertThat(history(left)).anyMatch((text) -> text.contains("becaria no está o ya no tiene usuario"));
		assertThat(card(left, DO)).contains("la reparten los coordinadores del problema");
		this.people.complete(left, "problemas", DO, Map.of("actionOutcome", "done", "actionNote", "Hecha por mí."));
		assertThat(this.actions.actions(left).get(0).owner()).isEqualTo(new UserId("problemas"));

		CaseNumber stored = reviewing("Vigilar la cola | ingeniera | 10/12/2026");
		this.jdbc.sql("UPDATE rca_action SET owner = 'La gente de redes' WHERE case_number = ? AND NOT for_customer")
			.param(stored.value())
			.update();
		this.people.complete(stored, "arquitecto", "userTask_reviewCustomerRca", Map.of("rcaReview", "approved"));
		assertThat(this.people.task(stored, DO).getAssignee()).as("typed before owners were people").isNull();
		assertThat(page(stored)).contains("(La gente de redes, hasta el 10/12/2026): por hacer.");
	}

	@Test
	@DisplayName("Actions begin with the approval and only with it: not twice when corrected, never of a withdrawn case")
	void beginsOnce() throws Exception {
		CaseNumber number = reviewing("Vigilar la cola | ingeniera | 10/12/2026");
		this.people.complete(number, "arquitecto", "userTask_reviewCustomerRca",
				Map.of("rcaReview", "redo", "reviewNote", "No es la raíz."));
		this.people.complete(number, "problemas", "userTask_writeInternalRca",
				Forms.analysis("Nadie la vigilaba.", "rcaActions", "Poner una alarma | ingeniera | 11/12/2026"));
		this.people.run(number, "serviceTask_composeCustomerRca");
		assertThat(this.actions.actions(number)).isEmpty();
		withChasing("soon", () -> assertRefused(number, "userTask_reviewCustomerRca", "arquitecto",
				Map.of("rcaReview", "approved"), "corrective-actions.dmn) dice «soon»"));
		assertThat(this.analyses.find(number).orElseThrow().status()).isEqualTo(RcaStatus.IN_REVIEW);
		assertThat(this.actions.actions(number)).as("all of it or nothing").isEmpty();
		this.people.complete(number, "arquitecto", "userTask_reviewCustomerRca", Map.of("rcaReview", "approved"));
		assertThat(this.actions.actions(number)).extracting(CorrectiveAction::text)
			.containsExactly(InternalTexts.kept("Poner una alarma"));

		close(number);
		this.reopening.reopen(number, new UserId("agente"), "Vuelve a fallar.");
		assertThat(this.people.tasks(number)).as("goes on in a reopened case").contains(DO);
		long id = this.actions.actions(number).get(0).id();
		this.actions.done(id, new UserId("ingeniera"), null, "Hecha.");
		this.chase.remind(id);
		this.chase.chase(id);
		assertThat(this.outbox.messages(number)).as("nobody is reminded of what is done")
			.noneMatch((message) -> message.step().matches("action-.*-(near|late.*)"));

		CaseNumber withdrawn = reviewing("Vigilar la cola | ingeniera | 10/12/2026");
		this.endings.withdraw(withdrawn, new UserId("agente"), "Fue un error.");
		assertThat(this.actions.actions(withdrawn)).isEmpty();
		assertThat(this.people.tasks(withdrawn)).isEmpty();
	}

	private CaseNumber reviewing(String lines) {
		CaseNumber number = analysing(severe());
		this.people.complete(number, "problemas", "userTask_writeInternalRca",
				Forms.analysis("Nadie la vigilaba.", "rcaActions", lines));
		this.people.run(number, "serviceTask_composeCustomerRca");
		return number;
	}

	private CaseNumber approved(String lines) {
		CaseNumber number = reviewing(lines);
		this.people.complete(number, "arquitecto", "userTask_reviewCustomerRca", Map.of("rcaReview", "approved"));
		return number;
	}

	private void close(CaseNumber number) {
		this.people.complete(number, "ejecutivo", "userTask_shareRca", Map.of());
		this.people.run(number, "serviceTask_sendRca");
		this.people.run(number, "serviceTask_closeCase");
		assertThat(this.escalations.get(number).isOpen()).isFalse();
	}

	private void remind(CaseNumber number, String at) {
		assertThat(this.people.due(number, NEAR)).isEqualTo(at);
		this.people.runWhenDue(number, NEAR);
		this.people.run(number, "serviceTask_remindOfAction");
	}

	private void chase(CaseNumber number, String at) {
		assertThat(this.people.due(number, LATE)).isEqualTo(at);
		this.people.runWhenDue(number, LATE);
		this.people.run(number, "serviceTask_chaseAction");
	}

	/** Tells a story in which the table says something else of how often one insists. */
	private void withChasing(String period, Runnable story) throws Exception {
		String table = Files.readString(Path.of("dmn/corrective-actions.dmn"));
		String changed = table.replace("\"P5D\"", "\"" + period + "\"");
		Deployment deployment = this.engine.getRepositoryService()
			.createDeployment()
			.addString("corrective-actions.dmn", changed)
			.deploy();
		try {
			story.run();
		}
		finally {
			this.engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
		}
	}

	private void assertRefused(CaseNumber number, String task, String user, Map<String, Object> form,
			String... sentences) {
		assertThatThrownBy(() -> this.people.complete(number, user, task, form)).hasMessageContainingAll(sentences);
		assertThat(this.people.tasks(number)).contains(task);
	}

	private static Map<String, Object> cannot(String why) {
		return Map.of("actionOutcome", "cannot", "actionNote", why);
	}

	private static Map<String, Object> again(String owner, String day) {
		return Map.of("actionDecision", "again", "actionOwner", owner, "actionDueOn", day, "actionReason",
				"Tiene acceso.");
	}

	private ActionState state(long id) {
		return this.actions.get(id).state();
	}

	private Task look(CaseNumber number, String text) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(LOOK)
			.list()
			.stream()
			.filter((task) -> InternalTexts.kept(text).equals(form(task, "actionText")))
			.findFirst()
			.orElseThrow();
	}

	private Object form(Task task, String field) {
		return this.engine.getTaskService().getVariableLocal(task.getId(), field);
	}

	private String page(CaseNumber number) {
		return StaffClient.basic(this.port, "agente", CaseDriver.PASSWORD).send("GET", "/casos/" + number).body();
	}

	private String card(CaseNumber number, String task) {
		return StaffClient.basic(this.port, "problemas", CaseDriver.PASSWORD)
			.send("GET", "/api/tasks/" + this.people.task(number, task).getId() + "/card")
			.body();
	}

	private List<String> history(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

}
