package dev.escala.escalation.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Whoever still has a task on the screen reads why it is over")
class EndedTaskTests {

	private static final String TAKE_OVER = "userTask_takeOver";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseApi api;

	private StaffClient technician;

	@BeforeEach
	void givenPeople() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
		this.technician = StaffClient.basic(this.port, "api-technician", CaseDriver.PASSWORD);
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("The case was withdrawn: by whom and why, at every door")
	void withdrawn() {
		CaseNumber number = this.api.report();
		Task task = claimed(number, TAKE_OVER);
		this.api.agent.post(CaseApi.of(number) + "/withdrawal", "{\"reason\": \"El cliente lo resolvió.\"}");

		List<HttpResponse<String>> answers = List.of(
				this.technician.json("POST", "/engine-rest/task/" + task.getId() + "/submit-form", "{}"),
				this.technician.json("POST", "/engine-rest/task/" + task.getId() + "/complete", "{}"),
				this.technician.send("GET", "/engine-rest/task/" + task.getId()),
				this.technician.send("GET", "/engine-rest/task/" + task.getId() + "/deployed-form"),
				this.technician.send("GET", "/api/tasks/" + task.getId() + "/ending"));

		assertThat(answers).allSatisfy((answer) -> assertThat(answer.body())
			.contains("El caso " + number + " quedó retirado. Api-agent, ", "«El cliente lo resolvió.»"));
		assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(409, 409, 404, 404, 200);
	}

	@Test
	@DisplayName("Somebody completed it: who and when; a second click reads that it was oneself")
	void completed() {
		CaseNumber number = this.api.report();
		Task task = claimed(number, TAKE_OVER);
		this.api.people.complete(task, "api-technician", Forms.takeOver());

		HttpResponse<String> again = this.technician.json("POST", "/engine-rest/task/" + task.getId() + "/submit-form",
				"{}");

		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains("Esta tarea ya está terminada: la completó usted el ");
		assertThat(ending(this.api.manager, task)).contains("la completó api-technician el ");
	}

	@Test
	@DisplayName("The case ended with the work under way, and was reopened: that it is closed, then that the work goes on elsewhere")
	void reopened() {
		CaseNumber number = this.api.report("impact", "LOW", "urgency", "LOW");
		this.api.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);
		Task breach = this.api.people.task(number, "userTask_attendBreach");
		this.api.resolve(number);
		this.api.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.api.people.run(number, "serviceTask_closeCase");

		assertThat(ending(this.api.manager, breach)).startsWith("El caso " + number + " quedó cerrado.");
		CaseDriver.travel(Duration.ofMinutes(1));
		this.api.agent.post(CaseApi.of(number) + "/reopening", "{\"reason\": \"Falta otra vez\"}");
		assertThat(ending(this.api.manager, breach))
			.contains("se cerró y después se reabrió: su trabajo sigue en otra tarea. Api-agent, ", "«Falta otra vez»");
	}

	@Test
	@DisplayName("The case goes on without the task: what happened at that moment")
	void wentOn() {
		CaseNumber number = this.api.report();
		this.api.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);
		Task breach = this.api.people.task(number, "userTask_attendBreach");
		this.engine.getRuntimeService().deleteProcessInstance(breach.getProcessInstanceId(), "no longer needed");

		assertThat(ending(this.api.manager, breach))
			.startsWith("El caso " + number + " siguió adelante y esta tarea ya no hace falta.");
	}

	@Test
	@DisplayName("A superior gave it to somebody else: whose it is now, also for whoever may no longer read it")
	void reassigned() {
		CaseNumber number = this.api.report();
		Task task = claimed(number, TAKE_OVER);
		assertThat(this.api.manager
			.post("/api/tasks/" + task.getId() + "/assignment",
					"{\"person\": \"tecnologia\", \"reason\": \"Está más libre\"}")
			.status()).isEqualTo(204);

		assertThat(this.technician.json("POST", "/engine-rest/task/" + task.getId() + "/submit-form", "{}").body())
			.contains("Esta tarea la tiene");
		assertThat(ending(this.api.technician, task)).contains("Esta tarea la tiene ahora Tecnologia Demostración.");
		StaffClient lawyer = StaffClient.basic(this.port, "api-lawyer", CaseDriver.PASSWORD);
		assertThat(lawyer.send("GET", "/engine-rest/task/" + task.getId()).body())
			.contains("Esta tarea la tiene ahora Tecnologia Demostración.");
	}

	@Test
	@DisplayName("Of a task that is open, unknown or of no case there is nothing to tell")
	void nothingToTell() {
		CaseNumber number = this.api.report();
		Task own = claimed(number, TAKE_OVER);

		assertThat(this.api.technician.get("/api/tasks/" + own.getId() + "/ending").status()).isEqualTo(204);
		assertThat(this.api.technician.get("/api/tasks/unknown/ending").status()).isEqualTo(204);
		assertThat(this.api.technician.get("/api/tasks/%27--/ending").status()).isEqualTo(204);
	}

	private Task claimed(CaseNumber number, String key) {
		Task task = this.api.people.task(number, key);
		this.api.people.as("api-technician", () -> {
			this.engine.getTaskService().claim(task.getId(), "api-technician");
			return null;
		});
		return this.api.people.task(number, key);
	}

	private static String ending(ApiClient who, Task task) {
		ApiClient.Answer answer = who.get("/api/tasks/" + task.getId() + "/ending");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json().path("sentence").asText();
	}

}
