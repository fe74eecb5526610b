package dev.escala.escalation.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The card of a task's case")
class CaseCardTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseApi api;

	@BeforeEach
	void givenPeopleAndCustomers() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
	}

	@Test
	@DisplayName("tells who has the task what to do, why and by when, and what can be done with the case")
	void isForWhoHasTheTask() {
		CaseNumber number = this.api.report();
		String path = card(this.api.people.task(number, "userTask_takeOver"));

		Answer answer = this.api.technician.get(path);

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		JsonNode card = answer.json();
		assertThat(card.path("number").asText()).isEqualTo(number.value());
		assertThat(card.path("guidance").path("what").asText()).isNotBlank();
		assertThat(card.path("guidance").path("why").asText()).isNotBlank();
		assertThat(card.path("guidance").path("dueText").asText()).isNotBlank();
		assertThat(card.path("facts").toString()).contains("Clínica Ñandú del Norte", "Gravedad");
		assertThat(card.path("clocks")).isNotEmpty();
		assertThat(card.path("happened")).isNotEmpty();
		assertThat(card.path("actions")).isNotEmpty().allSatisfy((action) -> {
			assertThat(action.path("label").asText()).isNotBlank();
			assertThat(action.path("href").asText()).startsWith(CaseApi.of(number));
			assertThat(this.api.technician.post(action.path("href").asText(), "{}").status())
				.as(action.path("href").asText())
				.isIn(400, 403);
		});
	}

	@Test
	@DisplayName("is for nobody else, and there is none for a task that is unknown or of no case")
	void isForNobodyElse() {
		CaseNumber number = this.api.report();
		String path = card(this.api.people.task(number, "userTask_takeOver"));
		Task own = this.engine.getTaskService().newTask();
		own.setAssignee("api-technician");
		this.engine.getTaskService().saveTask(own);
		try {
			assertProblem(this.api.lawyer.get(path), 404);
			assertProblem(this.api.technician.get(card(own)), 404);
			assertProblem(this.api.technician.get("/api/tasks/unknown/card"), 404);
			assertProblem(this.api.technician.get("/api/tasks/" + "x".repeat(2000) + "/card"), 404);
			assertProblem(this.api.technician.get("/api/tasks/%27--/card"), 404);
			assertProblem(this.api.technician.post(path, "{}"), 405);
		}
		finally {
			this.engine.getTaskService().deleteTask(own.getId(), true);
		}
		this.api.agent.post(CaseApi.of(number) + "/withdrawal", "{\"reason\": \"Ya no\"}");
		assertProblem(this.api.technician.get(path), 404);
	}

	@Test
	@DisplayName("is there for the tasks of an analysis, too")
	void isThereForAnalyses() {
		CaseNumber number = this.api.closed();
		this.api.manager.post(CaseApi.of(number) + "/rca-request", "{\"reason\": \"El cliente lo pide.\"}");
		String task = this.api.people.tasks(number).iterator().next();
		ApiClient coordinator = ApiClient.of(this.port, this.engine.getIdentityService(), "api-problems",
				"problem-coordinators");

		Answer answer = coordinator.get(card(this.api.people.task(number, task)));

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("number").asText()).isEqualTo(number.value());
		assertThat(answer.json().path("guidance").path("why").asText()).isNotBlank();
		assertProblem(this.api.technician.get(card(this.api.people.task(number, task))), 404);
	}

	private static String card(Task task) {
		return "/api/tasks/" + task.getId() + "/card";
	}

}
