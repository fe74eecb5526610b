package dev.escala.pursuit.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.pursuit.PursuitStory;
import dev.escala.pursuit.Standing;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("No door lets a pursuit go where its table does not lead, nor end without its reasons (002-06, 002-16 to 002-18)")
class ForbiddenMovesTests extends PursuitStory {

	@LocalServerPort
	private int port;

	private StaffClient rest;

	private ApiClient api;

	@BeforeEach
	void givenTheDoors() {
		this.rest = StaffClient.basic(this.port, SELLER, CaseDriver.PASSWORD);
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), "pursuit-agent", "agents", "sales");
	}

	@Test
	@DisplayName("A prospect: every stage that may not follow, and every end without its data, by form, engine and API")
	void prospect() {
		CaseNumber number = registered();
		Map<String, Object> loss = Map.of("nextStage", "REFUSED", "lossReason", "PRICE", "lesson", "Nada.");

		for (String stage : List.of("NEW", "UNDECIDED", "QUALIFYING", "CONVERTED", "SPAM", "NOWHERE", "WON", " ")) {
			forbidden(number, NEW, talk(stage), "nextStage");
		}
		forbidden(number, NEW, Map.of("nextStage", "ATTEMPT"), "callResult");
		forbidden(number, NEW, attempt("CONTACTED"), "callResult");
		forbidden(number, NEW, talk("CONTACTED", "callMinutes", 900), "callMinutes");
		forbidden(number, NEW, Map.of("nextStage", "LATER"), "contactOn");
		forbidden(number, NEW, Map.of("nextStage", "LATER", "contactOn", "01/12/2026"), "contactOn");
		forbidden(number, NEW, Map.of("nextStage", "LATER", "contactOn", "31/02/2027"), "contactOn");
		for (String owed : List.of("lossReason", "lesson")) {
			forbidden(number, NEW, Forms.with(loss, owed, " "), owed);
		}
		forbidden(number, NEW, talk("CONTACTED", "leaveAlone", true), "leaveAlone");

		this.people.complete(number, SELLER, NEW, refusal());
		assertProblem(this.api.post("/api/pursuits/" + number + "/moves", "{\"nextStage\":\"CONTACTED\"}"), 409);
	}

	@Test
	@DisplayName("An opportunity: the same; and the two losses owe different data (002-18)")
	void opportunity() {
		CaseNumber number = asked();
		Map<String, Object> rival = Map.of("nextStage", "RIVAL", "lossReason", "PRICE", "lesson", "Ofertar antes.",
				"competitor", "Rápidos, S. L.", "weakPoints", "Tres semanas de espera.", "analyst", "gerente");

		for (String stage : List.of("REQUESTED", "NEGOTIATING", "WON", "CONVERTED", "REFUSED")) {
			forbidden(number, REQUESTED, Map.of("nextStage", stage), "nextStage");
		}
		forbidden(number, REQUESTED, Map.of("nextStage", "PROPOSED"), "quoteReference");
		forbidden(number, REQUESTED, Map.of("nextStage", "LOST", "lossReason", "PRICE"), "lesson");
		for (String owed : List.of("lossReason", "lesson", "competitor", "weakPoints", "analyst")) {
			forbidden(number, REQUESTED, Forms.with(rival, owed, " "), owed);
		}
	}

	@Test
	@DisplayName("Nor is there a way around the doors: messages, variables and tokens are nobody's to move")
	void around() {
		CaseNumber number = registered();
		String instance = this.people.process(number).getId();

		for (HttpResponse<String> answer : List.of(
				this.rest.json("POST", "/engine-rest/message",
						"{\"messageName\":\"prospect.resumed\",\"businessKey\":\"" + number + "\"}"),
				this.rest.json("PUT", "/engine-rest/process-instance/" + instance + "/variables/nextStage",
						"{\"value\":\"CONVERTED\",\"type\":\"String\"}"),
				this.rest.json("POST", "/engine-rest/process-instance/" + instance + "/modification",
						"{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"event_converted\"}]}"))) {
			assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
		}
		assertThat(this.people.tasks(number)).containsExactly(NEW);
	}

	/** By the form, by both ways of the engine and by our API; nothing of it is kept. */
	private void forbidden(CaseNumber number, String taskKey, Map<String, Object> form, String field) {
		Standing before = standing(number);
		int history = happened(number).size();
		Task task = this.people.task(number, taskKey);
		assertThatThrownBy(() -> this.people.complete(number, SELLER, taskKey, form)).as(form::toString).isNotNull();
		for (String way : List.of("submit-form", "complete")) {
			HttpResponse<String> answer = this.rest.json("POST", "/engine-rest/task/" + task.getId() + "/" + way,
					"{\"variables\":{" + form.entrySet()
						.stream()
						.map((one) -> "\"" + one.getKey() + "\":{\"value\":" + json(one.getValue()) + "}")
						.collect(Collectors.joining(",")) + "}}");
			assertThat(answer.statusCode()).as(form + answer.body()).isEqualTo(400);
			assertThat(answer.body()).as(form::toString).doesNotContain("Exception");
		}
		this.engine.getTaskService().setAssignee(task.getId(), "pursuit-agent");
		assertProblem(this.api.post("/api/pursuits/" + number + "/moves",
				"{" + form.entrySet()
					.stream()
					.map((one) -> "\"" + one.getKey() + "\":" + json(one.getValue()))
					.collect(Collectors.joining(",")) + "}"),
				400, field);
		this.engine.getTaskService().setAssignee(task.getId(), null);
		assertThat(standing(number)).as(form::toString).isEqualTo(before);
		assertThat(happened(number).size() - history).as("only who took the task is told").isLessThanOrEqualTo(1);
	}

	private static String json(Object value) {
		return (value instanceof String text) ? "\"" + text + "\"" : String.valueOf(value);
	}

}
