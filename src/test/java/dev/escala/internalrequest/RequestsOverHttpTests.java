package dev.escala.internalrequest;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Internal requests over HTTP, and their cards")
class RequestsOverHttpTests extends RequestStory {

	private static final String PATH = "/api/internal-requests";

	private static final String BODY = """
			{"kind": "DECISION", "situations": ["SCOPE_BEYOND", "HASTE"], "party": "Manufacturas Delta",
			 "situation": "Fabricante de unos 200 empleados", "request": "Personalización sin límite",
			 "assessment": "Creo que no", "neededBy": "25/11/2026 12:00", "customerDate": "24/11/2026"}""";

	@LocalServerPort
	private int port;

	private ApiClient sales;

	@BeforeEach
	void givenSomebodyWhoAsks() {
		this.sales = ApiClient.of(this.port, this.engine.getIdentityService(), "req-sales", "agents");
	}

	@Test
	@DisplayName("The same request is made once, with who answers, by when, and that the customer's date is too soon")
	void asks() {
		Answer first = this.sales.post(PATH, BODY, "Idempotency-Key", "sol-1");
		Answer again = this.sales.post(PATH, BODY, "Idempotency-Key", "sol-1");
		assertThat(first.status()).as(first.text()).isEqualTo(201);
		JsonNode request = first.json();
		assertThat(again.json().path("number")).isEqualTo(request.path("number"));
		assertThat(request.path("party").asText()).isEqualTo("DELTA");
		assertThat(request.path("mode").asText()).isEqualTo("ALWAYS");
		assertThat(request.path("caution").asBoolean()).isTrue();
		assertThat(request.path("group").asText()).isEqualTo("product");
		assertThat(request.path("answerDue").asText()).isEqualTo("2026-11-25T17:00:00Z");
		assertThat(request.path("warnings")).hasSize(2);
		assertThat(request.path("warnings").get(0).asText()).contains("después de la fecha que espera el cliente");

		String path = PATH + "/" + request.path("number").asText();
		assertThat(this.sales.get(path).json().path("status").asText()).isEqualTo("OPEN");
		assertThat(this.sales.get(PATH + "?mine=true&status=OPEN&text=personalizaci").json().path("total").asInt())
			.isPositive();
		assertThat(this.sales.post(path + "/withdrawal", "{}").fields()).containsExactly("reason");
		assertThat(this.sales.post(path + "/withdrawal", "{\"reason\": \"Ya no\"}").json().path("status").asText())
			.isEqualTo("WITHDRAWN");
		assertThat(this.sales.post(path + "/withdrawal", "{\"reason\": \"Ya no\"}").status()).isEqualTo(409);
	}

	@Test
	@DisplayName("Every field that is wrong is named at once")
	void namesEveryField() {
		assertThat(this.sales
			.post(PATH, "{\"kind\": \"X\", \"topic\": \"Y\", \"party\": \"Nadie de Nada\", \"neededBy\": \"ayer\"}")
			.fields()).contains("kind", "topic", "party", "neededBy", "situation", "request", "assessment");
		assertThat(this.sales.get(PATH + "?status=X&topic=Y&sort=Z").fields()).contains("status", "topic", "sort");
	}

	@Test
	@DisplayName("Others do not read it, nobody withdraws another's, and a stranger gets in nowhere")
	void access() {
		String path = PATH + "/" + this.sales.post(PATH, BODY).json().path("number").asText();
		ApiClient lawyer = ApiClient.of(this.port, this.engine.getIdentityService(), "req-lawyer", "legal");
		assertThat(lawyer.get(path).status()).isEqualTo(403);
		assertThat(lawyer.get(PATH + "?text=Manufacturas").json().path("total").asInt()).isZero();
		ApiClient product = ApiClient.of(this.port, this.engine.getIdentityService(), "req-product", "product");
		assertThat(product.get(path).status()).isEqualTo(200);
		assertThat(product.post(path + "/withdrawal", "{\"reason\": \"x\"}").status()).isEqualTo(403);
		ApiClient owner = ApiClient.of(this.port, this.engine.getIdentityService(), "req-owner", "process-owners");
		assertThat(owner.post(PATH, BODY).status()).isEqualTo(403);
		assertThat(StaffClient.anonymous(this.port).send("GET", path).statusCode()).isEqualTo(401);
		assertThat(this.sales.get(PATH + "/SOL-2026-999999").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("The card tells whoever answers what was asked, why, what to heed and what was decided before")
	void card() {
		// Other tests decided the same about the same, and three are shown.
		this.jdbc.sql("DELETE FROM ruling").update();
		CaseNumber before = acknowledged();
		this.people.complete(before, PRODUCT, ANSWER, decision("REFUSED"));
		CaseNumber number = acknowledged("situations", java.util.List.of("SCOPE_BEYOND", "HASTE"), "customerDate",
				"24/11/2026");
		StaffClient client = StaffClient.basic(this.port, PRODUCT, CaseDriver.PASSWORD);
		String card = client.send("GET", "/api/tasks/" + this.people.task(number, ANSWER).getId() + "/card").body();

		assertThat(card).contains(number.value(), "Manufacturas Delta (Fabricación, unos 200 empleados)", "Valoración",
				"Creo que no", "Atención", "después de la fecha que espera el cliente", "señal de alerta",
				"Qué se decidió antes", this.rulings.ofRequest(before).orElseThrow().number().value(),
				"por esta regla");
		assertThat(card).as("withdrawing is for the one who asked").doesNotContain("Retirar la solicitud");
		this.people.complete(number, PRODUCT, ANSWER, Map.of("answerGiven", "more", "question", "¿Cuántas horas?"));
		StaffClient sales = StaffClient.basic(this.port, SALES, CaseDriver.PASSWORD);
		assertThat(sales.send("GET", "/api/tasks/" + this.people.task(number, COMPLETE).getId() + "/card").body())
			.contains("¿Cuántas horas?", "Retirar la solicitud", "usted hizo la solicitud");
	}

}
