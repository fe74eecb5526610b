package dev.escala.complaint.web;

import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.decision.PointStory;
import dev.escala.complaint.remedy.Fault;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The points of a complaint over HTTP")
class PointsOverHttpTests extends PointStory {

	private ApiClient agent;

	private CaseNumber number;

	@BeforeEach
	void givenAComplaint() {
		this.agent = ApiClient.of(this.port, this.engine.getIdentityService(), "pt-agent", "agents");
		this.number = investigated(Fault.OURS);
	}

	@Test
	@DisplayName("Noted once for the same key, reworded, decided, read with the letter (003-10)")
	void wholeWay() {
		String words = "{\"words\":\"Me cobraron dos veces\"}";
		Answer first = this.agent.post(path(""), words, "Idempotency-Key", this.number + "-p");
		Answer again = this.agent.post(path(""), words, "Idempotency-Key", this.number + "-p");
		assertThat(first.status()).as(first.text()).isEqualTo(201);
		assertThat(again.json().path("points")).hasSize(1);
		long id = again.json().path("points").path(0).path("id").asLong();

		assertThat(this.agent.post(path("/" + id), "{\"version\":0,\"words\":\"Dos cargos\"}").status()).isEqualTo(200);
		Answer ruled = this.agent.post(path("/" + id),
				"{\"version\":1,\"ruling\":\"PARTLY\",\"reason\":\"Se anula uno.\",\"norm\":\"Cláusula 7\"}");

		assertThat(ruled.status()).as(ruled.text()).isEqualTo(200);
		assertThat(ruled.json()).isEqualTo(this.agent.get(path("")).json());
		assertThat(ruled.json().path("open").asInt()).isZero();
		assertThat(ruled.json().path("editable").asBoolean()).isTrue();
		assertThat(ruled.json().path("points").path(0).path("decidedBy").asText()).isEqualTo("pt-agent");
		assertThat(ruled.json().path("points").path(0).path("version").asInt()).isEqualTo(2);
		assertThat(ruled.json().path("letter").asText()).contains("«Dos cargos»\nSe acepta en parte. Se anula uno.");
		long wrong = point(this.number, "Un error");
		assertThat(this.agent.post(path("/" + wrong), "{\"version\":0,\"remove\":true}").json().path("points"))
			.hasSize(1);
	}

	@Test
	@DisplayName("What is wrong is named by field, what comes too late by who was first")
	void refused() {
		long id = point(this.number, "Me cobraron dos veces");

		assertProblem(this.agent.post(path(""), "{\"words\":\" \"}"), 400, "words");
		assertProblem(this.agent.post(path("/" + id), "{\"version\":0,\"ruling\":\"REFUSED\",\"reason\":\"No.\"}"), 400,
				"norm");
		assertProblem(this.agent.post(path("/" + id), "{\"version\":0,\"ruling\":\"X\",\"reason\":\"No.\"}"), 400,
				"ruling");
		assertProblem(this.agent.post(path("/" + id), "{\"version\":0,\"words\":\"Otra\",\"remove\":true}"), 400,
				"ruling");
		assertProblem(this.agent.post(path("/" + id), "{\"words\":\"Otra\"}"), 400, "version");
		rule(this.number, id, PointRuling.GRANTED, "Se anula.");
		Answer late = this.agent.post(path("/" + id), "{\"version\":0,\"words\":\"Otra\"}");
		assertProblem(late, 409);
		assertThat(late.text()).contains("Agente Demostración cambió este punto");
		assertProblem(this.agent.post(path("/999999999"), "{\"version\":0,\"words\":\"Otra\"}"), 404);
	}

	@Test
	@DisplayName("Once the decision is written nothing changes; the next round shows what was answered before")
	void rounds() {
		long id = point(this.number, "Me cobraron dos veces");
		rule(this.number, id, PointRuling.GRANTED, "Se anula.");
		written(this.number, ComplaintOutcome.PUT_RIGHT);
		assertThat(this.agent.get(path("")).json().path("settled").asBoolean()).isTrue();
		assertProblem(this.agent.post(path(""), "{\"words\":\"Otra\"}"), 409);
		this.jdbc.sql("UPDATE customer_letter SET status = 'SENT' WHERE case_number = ?")
			.param(this.number.value())
			.update();

		again(this.number);

		Answer sheet = this.agent.get(path(""));
		assertThat(sheet.json().path("settled").asBoolean()).isFalse();
		assertThat(sheet.json().path("open").asInt()).isEqualTo(1);
		assertThat(sheet.json().path("points").path(0).path("ruling").isNull()).isTrue();
		assertThat(sheet.json().path("points").path(0).path("before").path("reason").asText()).isEqualTo("Se anula.");
	}

	@Test
	@DisplayName("Who sees it and does not work it changes nothing")
	void access() {
		ApiClient coordinator = ApiClient.of(this.port, this.engine.getIdentityService(), "pt-coordinator",
				"problem-coordinators");
		long id = point(this.number, "Me cobraron dos veces");

		assertThat(coordinator.get(path("")).json().path("editable").asBoolean(true)).isFalse();
		assertProblem(coordinator.post(path(""), "{\"words\":\"Otra\"}"), 403);
		assertProblem(coordinator.post(path("/" + id), "{\"version\":0,\"words\":\"Otra\"}"), 403);
		assertProblem(this.agent.get("/api/complaints/QUE-2020-999999/points"), 404);
	}

	private String path(String rest) {
		return "/api/complaints/" + this.number + "/points" + rest;
	}

}
