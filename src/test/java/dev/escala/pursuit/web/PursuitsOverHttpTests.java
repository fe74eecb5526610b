package dev.escala.pursuit.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.access.Role;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.PursuitStory;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.AtOnce;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Prospects and opportunities over HTTP")
class PursuitsOverHttpTests extends PursuitStory {

	@LocalServerPort
	private int port;

	@Autowired
	private Customers customers;

	private ApiClient seller;

	@BeforeEach
	void givenWhoSellsByApi() {
		this.seller = ApiClient.of(this.port, this.engine.getIdentityService(), "http-seller", "sales");
	}

	@Test
	@DisplayName("Registered once for the same key, called, moved, converted; one history from the first call to the quote (002-08, 002-10, 004-12)")
	void wholeWay() {
		String body = "{\"party\":\"" + company()
				+ "\",\"employees\":120,\"capture\":\"EVENT\",\"strategy\":\"BOTTOM_UP\",\"contactName\":\"Ana Gil\"}";
		String key = "http-" + UUID.randomUUID();
		Answer first = this.seller.post("/api/pursuits/prospects", body, "Idempotency-Key", key);
		Answer again = this.seller.post("/api/pursuits/prospects", body, "Idempotency-Key", key);
		assertThat(first.status()).as(first.text()).isEqualTo(201);
		String path = first.header("Location");
		assertThat(again.header("Location")).isEqualTo(path);
		assertThat(first.json().path("nextStages").path(0).path("stage").asText()).isEqualTo("ATTEMPT");
		assertThat(first.json().path("capture").asText()).isEqualTo("EVENT");

		Answer called = this.seller.post(path + "/calls", "{\"callResult\":\"ATTEMPT\",\"callChannel\":\"PHONE\"}");
		assertThat(called.status()).as(called.text()).isEqualTo(200);
		assertThat(called.json().path("nextDue").asText()).isEqualTo("2026-12-03T17:00:00Z");
		Answer figures = this.seller.post(path + "/figures", "{\"investment\":1000,\"yearlyGain\":500,\"years\":4}");
		assertThat(figures.json().path("roiPercent").decimalValue()).isEqualByComparingTo("100.0");
		assertThat(figures.json().path("paybackMonths").asInt()).isEqualTo(24);
		this.seller.post(path + "/moves", "{\"nextStage\":\"CONTACTED\",\"callResult\":\"CONVERSATION\","
				+ "\"callChannel\":\"PHONE\",\"callMinutes\":9,\"callNote\":\"Le interesa.\"}");
		Answer converted = this.seller.post(path + "/moves", "{\"nextStage\":\"CONVERTED\",\"request\":\"Tres\"}");
		assertThat(converted.status()).as(converted.text()).isEqualTo(200);

		JsonNode became = this.seller.get("/api/pursuits/" + converted.json().path("became").asText()).json();
		assertThat(became.path("history")).hasSize(4);
		assertThat(became.path("profile").path("contactName").asText()).isEqualTo("Ana Gil");
		assertThat(became.path("ownerId").asText()).isEqualTo("http-seller");
		assertProblem(this.seller.post(path + "/moves", "{\"nextStage\":\"CONVERTED\",\"request\":\"Tres\"}"), 409);
		assertProblem(this.seller.post(path + "/resumption", "{}"), 409);
		String page = StaffClient.basic(this.port, SELLER, CaseDriver.PASSWORD)
			.send("GET", "/ventas/" + became.path("number").asText())
			.body();
		assertThat(page).contains("Viene de", "Le interesa.", "Preparar la oferta", "ROI 100,0 %");
	}

	@RepeatedTest(4)
	@DisplayName("Converted by three doors at the same moment it is one opportunity, and the others are told so (002-08)")
	void convertedAtOnce() throws Exception {
		CaseNumber number = registered();
		this.people.complete(number, SELLER, NEW, talk("CONTACTED"));
		Task task = this.people.task(number, CONTACTED);
		ApiClient own = ApiClient.of(this.port, this.engine.getIdentityService(), SELLER, "sales");
		StaffClient tool = StaffClient.basic(this.port, SELLER, CaseDriver.PASSWORD);
		Callable<Integer> move = () -> own
			.post("/api/pursuits/" + number + "/moves", "{\"nextStage\":\"CONVERTED\",\"request\":\"Tres puestos\"}")
			.status();
		Callable<Integer> form = () -> tool.json("POST", "/engine-rest/task/" + task.getId() + "/submit-form",
				"{\"variables\":{\"nextStage\":{\"value\":\"CONVERTED\"},\"request\":{\"value\":\"Tres puestos\"}}}")
			.statusCode();

		List<Integer> answers = AtOnce.call(move, form, move);

		Pursuit prospect = this.pursuits.get(number);
		assertThat(this.pursuits.of(prospect.partyKind(), prospect.partyId()))
			.filteredOn((one) -> one.kind() == PursuitKind.OPPORTUNITY)
			.as("answered %s", answers)
			.extracting(Pursuit::cameFrom)
			.containsExactly(number);
		assertThat(answers).filteredOn((status) -> status < 300).hasSize(1);
		assertThat(answers).filteredOn((status) -> status >= 300)
			.hasSize(2)
			.allSatisfy((status) -> assertThat(status).isBetween(400, 499));
		assertThat(this.people.left(number)).isEmpty();
	}

	@Test
	@DisplayName("It stands in Casos and on the customer's page for whoever may see it, and leads to its own page")
	void whereItIsFound() {
		String name = company();
		String code = "V" + name.substring(9).toUpperCase(Locale.ROOT);
		this.customers.create(new SaveCustomer(code, name, Tier.STANDARD, "es", List.of(), List.of()));
		CaseNumber number = this.people.start("opportunity", SELLER,
				Map.of("party", code, "request", "Veinte puestos más", "capture", "CUSTOMER_BASE"));
		CaseNumber prospect = registered();
		this.people.person("http-finance", Role.FINANCE);
		StaffClient seller = StaffClient.basic(this.port, SELLER, CaseDriver.PASSWORD);
		StaffClient stranger = StaffClient.basic(this.port, "http-finance", CaseDriver.PASSWORD);

		assertThat(seller.send("GET", "/clientes/" + code).body()).contains("<dt>Ventas</dt>",
				"href=\"/ventas/" + number + "\"", number + " · Veinte puestos más · Cotización solicitada");
		assertThat(stranger.send("GET", "/clientes/" + code).body()).contains("Ninguna que usted pueda ver")
			.doesNotContain(number.value());
		assertThat(seller.send("GET", "/casos?tipo=oportunidades&cliente=" + code).body())
			.contains("href=\"/ventas/" + number + "\"", "Cotización solicitada")
			.doesNotContain(prospect.value());
		assertThat(seller.send("GET", "/casos?tipo=prospectos&texto=" + prospect).body())
			.contains("href=\"/ventas/" + prospect + "\"", "Nuevo");
		assertThat(stranger.send("GET", "/casos?tipo=oportunidades&cliente=" + code).body())
			.contains("se registra en Tasklist, con «Iniciar un proceso»");
	}

	@Test
	@DisplayName("What is wrong is named by field, and nothing is registered")
	void refused() {
		assertProblem(this.seller.post("/api/pursuits/prospects", "{}"), 400, "party");
		assertProblem(
				this.seller.post("/api/pursuits/prospects",
						"{\"party\":\"" + company() + "\",\"capture\":\"FAX\",\"strategy\":\"SIDEWAYS\"}"),
				400, "strategy");
		assertProblem(
				this.seller.post("/api/pursuits/prospects",
						"{\"party\":\"" + company()
								+ "\",\"capture\":\"WEB\",\"strategy\":\"TOP_DOWN\",\"contactEmail\":\"ana@\"}"),
				400, "contactEmail");
		assertProblem(this.seller.post("/api/pursuits/opportunities",
				"{\"party\":\"" + company() + "\",\"capture\":\"WEB\",\"request\":\"Diez\"}"), 400, "party");
		assertProblem(this.seller.get("/api/pursuits/PRO-2026-999999"), 404);
		String path = "/api/pursuits/" + registered();
		assertProblem(this.seller.post(path + "/calls", "{}"), 400, "callResult");
		assertProblem(this.seller.post(path + "/figures", "{\"investment\":-1,\"yearlyGain\":5,\"years\":40}"), 400,
				"years");
	}

	@Test
	@DisplayName("Somebody else's task is not taken from them, and who only reads changes nothing")
	void ofSomebodyElse() {
		String path = "/api/pursuits/" + registered();
		ApiClient other = ApiClient.of(this.port, this.engine.getIdentityService(), "http-other", "sales");
		this.seller.post(path + "/moves", "{\"nextStage\":\"CONTACTED\",\"callResult\":\"CONVERSATION\","
				+ "\"callChannel\":\"PHONE\",\"callMinutes\":9,\"callNote\":\"Le interesa.\"}");

		Answer taken = other.post(path + "/moves", "{\"nextStage\":\"UNDECIDED\"}");

		assertProblem(taken, 403);
		assertThat(taken.text()).contains("Esta tarea la tiene http-seller");
		assertProblem(
				ApiClient.of(this.port, this.engine.getIdentityService(), "http-reader", "de-escalation-architects")
					.post(path + "/moves", "{\"nextStage\":\"UNDECIDED\"}"),
				403);
		assertProblem(ApiClient.of(this.port, this.engine.getIdentityService(), "http-stranger", "finance").get(path),
				404);
	}

}
