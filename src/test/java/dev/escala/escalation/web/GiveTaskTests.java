package dev.escala.escalation.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.customer.Customers;
import dev.escala.handover.OpenTask;
import dev.escala.handover.TaskDesk;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.Absences;
import dev.escala.staffing.RequestAbsence;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Giving a task to somebody else")
class GiveTaskTests {

	private static final String TAKE_OVER = "userTask_takeOver";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Absences absences;

	@Autowired
	private TaskDesk desk;

	private CaseApi api;

	private ApiClient supervisor;

	private CaseNumber number;

	@BeforeEach
	void givenACase() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
		this.supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "api-supervisor", "supervisors");
		this.number = this.api.report();
	}

	@Test
	@DisplayName("A superior gives it to a member of its group who is there; the history keeps who, to whom, from whom and why")
	void given() {
		assertThat(give(this.supervisor, "api-technician", "Sabe de facturas").status()).isEqualTo(204);
		assertThat(task().getAssignee()).isEqualTo("api-technician");
		Answer again = give(this.api.manager, "tecnologia", "Está más libre");

		assertThat(again.status()).as(again.text()).isEqualTo(204);
		assertThat(task().getAssignee()).isEqualTo("tecnologia");
		String history = card(this.supervisor).path("happened").toString();
		assertThat(history).contains("Dio la tarea «Hacerse cargo» a api-technician. Motivo: Sabe de facturas",
				"Dio la tarea «Hacerse cargo» a Tecnologia Demostración, que tenía api-technician. Motivo: Está más libre");
	}

	@Test
	@DisplayName("A superior puts it back into the queue, where the group finds it")
	void putBack() {
		give(this.supervisor, "api-technician", "Sabe de facturas");

		Answer freed = this.supervisor.post(path("release"), "{\"reason\": \"Se ha ido a casa\"}");

		assertThat(freed.status()).as(freed.text()).isEqualTo(204);
		assertThat(task().getAssignee()).isNull();
		assertThat(this.api.people.groups(this.number, TAKE_OVER)).containsExactly("technology");
		assertThat(card(this.supervisor).path("happened").toString()).contains(
				"Devolvió a la cola la tarea «Hacerse cargo», que tenía api-technician. Motivo: Se ha ido a casa");
		assertProblem(this.supervisor.post(path("release"), "{\"reason\": \"Otra vez\"}"), 409);
	}

	@Test
	@DisplayName("Only superiors may; the card offers it to them and to nobody else")
	void onlySuperiors() {
		assertProblem(give(this.api.technician, "tecnologia", "No quiero"), 403);
		assertProblem(this.api.technician.post(path("release"), "{\"reason\": \"No quiero\"}"), 403);
		assertProblem(give(this.api.processOwner, "tecnologia", "No quiero"), 403);

		assertThat(actions(this.api.technician)).noneMatch((label) -> label.contains("tarea"));
		assertThat(actions(this.supervisor)).contains("Dar la tarea a otra persona");
		assertProblem(this.api.technician.get(path("candidates")), 403);
		assertThat(task().getAssignee()).isNull();
	}

	@Test
	@DisplayName("Nobody gets it who may not do it, is not there, has it already, or does not exist; a reason is needed")
	void notToEverybody() {
		LocalDate today = LocalDate.ofInstant(CaseDriver.now(), ZoneOffset.UTC);
		ApiClient.of(this.port, this.engine.getIdentityService(), "api-away", "technology");
		long absence = this.absences.add(new RequestAbsence(new UserId("api-away"), today.minusDays(2) + "T00:00",
				today.plusDays(2) + "T00:00", null, "VACATION"), new UserId("api-supervisor"));

		assertProblem(give(this.supervisor, "api-lawyer", "Sabe"), 400, "person");
		assertProblem(give(this.supervisor, "api-away", "Sabe"), 400, "person");
		assertProblem(give(this.supervisor, "nadie", "Sabe"), 400, "person");
		assertProblem(give(this.supervisor, " ", "Sabe"), 400, "person");
		assertProblem(give(this.supervisor, "api-technician", " "), 400, "reason");
		assertProblem(give(this.supervisor, "api-technician", "x".repeat(501)), 400, "reason");
		assertThat(candidates()).contains("api-technician").doesNotContain("api-away", "api-lawyer");
		assertThat(task().getAssignee()).isNull();

		this.absences.cancel(new UserId("api-away"), absence, new UserId("api-supervisor"));
		assertThat(candidates()).contains("api-away");
		give(this.supervisor, "api-away", "Ha vuelto");
		assertProblem(give(this.supervisor, "api-away", "Ha vuelto"), 409);
		assertThat(candidates()).doesNotContain("api-away");
	}

	@Test
	@DisplayName("A task that is done, or never was, is answered with 404")
	void gone() {
		String path = path("assignment");
		this.api.agent.post(CaseApi.of(this.number) + "/withdrawal", "{\"reason\": \"Ya no\"}");

		assertProblem(this.supervisor.post(path, "{\"person\": \"tecnologia\", \"reason\": \"Sabe\"}"), 404);
		assertProblem(this.supervisor.post("/api/tasks/unknown/assignment", "{}"), 404);
		assertProblem(this.supervisor.get("/api/tasks/unknown/candidates"), 404);
	}

	@Test
	@DisplayName("While the process is suspended nobody gets it, and the answer says so")
	void suspended() {
		String instance = task().getProcessInstanceId();
		this.engine.getRuntimeService().suspendProcessInstanceById(instance);
		try {
			Answer given = give(this.supervisor, "api-technician", "Sabe");

			assertProblem(given, 409);
			assertThat(given.text()).contains("suspendido");
		}
		finally {
			this.engine.getRuntimeService().activateProcessInstanceById(instance);
		}
		assertThat(task().getAssignee()).isNull();
	}

	@Test
	@DisplayName("Who takes it at that moment keeps it: the superior hears so, and the history tells nothing untrue")
	void takenMeanwhile() {
		OpenTask seen = this.desk.find(task().getId()).orElseThrow();
		this.engine.getTaskService().setAssignee(seen.id(), "api-technician");

		assertThatThrownBy(() -> this.desk.assign(seen, new UserId("tecnologia")))
			.isInstanceOf(ConflictException.class);
		assertThat(task().getAssignee()).isEqualTo("api-technician");
	}

	private Answer give(ApiClient who, String person, String reason) {
		return who.post(path("assignment"), "{\"person\": \"" + person + "\", \"reason\": \"" + reason + "\"}");
	}

	private List<String> candidates() {
		return this.supervisor.get(path("candidates")).json().findValuesAsText("id");
	}

	private JsonNode card(ApiClient who) {
		return who.get(path("card")).json();
	}

	private List<String> actions(ApiClient who) {
		return card(who).path("actions").findValuesAsText("label");
	}

	private String path(String what) {
		return "/api/tasks/" + task().getId() + "/" + what;
	}

	private Task task() {
		return this.api.people.task(this.number, TAKE_OVER);
	}

}
