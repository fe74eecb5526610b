package dev.escala.promise;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Promises over HTTP")
class PromisesOverHttpTests extends PromiseStory {

	@LocalServerPort
	private int port;

	private ApiClient agent;

	private ApiClient manager;

	@BeforeEach
	void givenStaff() {
		this.agent = ApiClient.of(this.port, this.engine.getIdentityService(), "pro-agent", "agents");
		this.manager = ApiClient.of(this.port, this.engine.getIdentityService(), "pro-manager", "managers");
	}

	@Test
	@DisplayName("The same request begins one promise; a second one, an empty one and an unknown customer are refused")
	void begins() {
		CaseNumber number = owned("PRO");
		String path = "/api/escalations/" + number + "/promises";
		String body = "{\"content\": \"Reponer la puerta\"}";

		Answer first = this.agent.post(path, body, "Idempotency-Key", "puerta-1-" + number);
		Answer again = this.agent.post(path, body, "Idempotency-Key", "puerta-1-" + number);
		assertThat(first.status()).as(first.text()).isEqualTo(201);
		assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
		assertThat(first.json().path("status").asText()).isEqualTo("ASKING");

		Answer second = this.agent.post(path, body);
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.text()).contains("Ya hay un compromiso en marcha con Puertas y Rejas");
		assertThat(this.agent.post(path, "{\"content\": \" \"}").fields()).containsExactly("content");
		assertThat(this.agent.post(path, "{\"content\": \"x\", \"customer\": \"NADIE\"}").fields())
			.containsExactly("customer");
		ApiClient stranger = ApiClient.of(this.port, this.engine.getIdentityService(), "pro-owner", "process-owners");
		assertThat(stranger.post(path, body).status()).isEqualTo(403);

		String withdrawal = path + "/" + first.json().path("id").asText() + "/withdrawal";
		assertThat(stranger.post(withdrawal, "{\"reason\": \"x\"}").status()).isEqualTo(403);
		assertThat(this.agent.post(withdrawal, "{}").fields()).containsExactly("reason");
		assertThat(this.agent
			.post("/api/escalations/" + owned("PRE") + "/promises/" + first.json().path("id").asText() + "/withdrawal",
					"{\"reason\": \"x\"}")
			.status()).isEqualTo(404);
		assertThat(this.agent.post(withdrawal, "{\"reason\": \"Se arregla hoy\"}").json().path("status").asText())
			.isEqualTo("WITHDRAWN");
		assertThat(this.agent.get(path).json()).hasSize(1);
		assertThat(this.agent.post(path, body).status()).as("after it was withdrawn").isEqualTo(201);
	}

	@Test
	@DisplayName("How many promises are kept, by person, team and customer, in a stretch of time (003-15)")
	void keptRate() {
		this.jdbc.sql("DELETE FROM promise").update();
		agreed(owned("PRO"));
		CaseNumber kept = owned("PRO");
		agreed(kept);
		this.people.complete(kept, OWNER, KEEP, kept());
		CaseNumber broken = owned("PRE");
		agreed(broken);
		this.people.runWhenDue(broken, "event_promiseOver");
		proposed(owned("PRO"));

		JsonNode person = this.manager.get("/api/promises/kept-rate?by=person").json();
		assertThat(person.path("rates")).hasSize(1);
		assertThat(person.path("rates").get(0).path("name").asText()).isEqualTo("Tecnologia Demostración");
		assertThat(person.path("rates").get(0).path("kept").asInt()).isEqualTo(1);
		assertThat(person.path("rates").get(0).path("broken").asInt()).isEqualTo(1);
		assertThat(person.path("rates").get(0).path("rate").asInt()).isEqualTo(50);
		JsonNode customer = this.manager.get("/api/promises/kept-rate?by=customer").json().path("rates");
		assertThat(customer.get(0).path("id").asText()).as("the worst first").isEqualTo("PRE");
		assertThat(customer.get(1).path("rate").asInt()).isEqualTo(100);
		assertThat(this.manager.get("/api/promises/kept-rate?by=team").json().path("rates").get(0).path("id").asText())
			.isEqualTo("technology");
		CaseDriver.travel(Duration.ofDays(100));
		assertThat(this.manager.get("/api/promises/kept-rate?by=person").json().path("rates")).isEmpty();
		assertThat(this.manager.get("/api/promises/kept-rate?by=person&from=2026-11-23&to=2026-11-23")
			.json()
			.path("rates")).hasSize(1);
	}

	@Test
	@DisplayName("The figures are for supervisors and those above; wrong parameters are named")
	void keptRateRefused() {
		assertThat(this.agent.get("/api/promises/kept-rate?by=person").status()).isEqualTo(403);
		assertThat(this.manager.get("/api/promises/kept-rate").fields()).containsExactly("by");
		assertThat(this.manager.get("/api/promises/kept-rate?by=moon&from=ayer&to=2026-02-30").fields())
			.containsExactlyInAnyOrder("by", "from", "to");
		assertThat(this.manager.get("/api/promises/kept-rate?by=team&from=2026-12-01&to=2026-11-01").fields())
			.containsExactly("from");
	}

}
