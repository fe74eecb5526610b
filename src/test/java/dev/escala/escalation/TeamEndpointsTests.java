package dev.escala.escalation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.level.DeadlineMissed;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.ScriptedHttpServer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** From the case to the servers of two teams, with everything configured. */
@EscalaTest
@DisplayName("Teams with an endpoint")
class TeamEndpointsTests {

	private static final ScriptedHttpServer CRM = new ScriptedHttpServer();

	private static final ScriptedHttpServer CHAT = new ScriptedHttpServer();

	private static final ScriptedHttpServer BILLING = new ScriptedHttpServer();

	private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private ServiceLevels serviceLevels;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private JdbcClient jdbc;

	private CaseDriver people;

	private ApiClient supervisor;

	private ApiClient administrator;

	private Instant now = Instant.parse("2026-11-23T09:00:00Z");

	private int before;

	private int beforeChat;

	@DynamicPropertySource
	static void endpoints(DynamicPropertyRegistry registry) {
		String crm = "escala.channels.endpoints.crm.";
		registry.add(crm + "kind", () -> "WEBHOOK");
		registry.add(crm + "url", () -> "http://127.0.0.1:" + CRM.port() + "/in/top-secret-path");
		registry.add(crm + "secrets", () -> "whsec_" + SECRET);
		registry.add(crm + "groups", () -> "managers");
		String chat = "escala.channels.endpoints.guardia.";
		registry.add(chat + "kind", () -> "SLACK");
		registry.add(chat + "url", () -> "http://127.0.0.1:" + CHAT.port() + "/services/top-secret-path");
		registry.add(chat + "groups", () -> "all");
		String billing = "escala.channels.endpoints.facturacion.";
		registry.add(billing + "kind", () -> "WEBHOOK");
		registry.add(billing + "url", () -> "http://127.0.0.1:" + BILLING.port() + "/in/top-secret-path");
		registry.add(billing + "secrets", () -> "whsec_" + SECRET);
		registry.add(billing + "groups", () -> "finance");
		registry.add("escala.complaints.sector", () -> "WATER");
		registry.add("escala.channels.private-hosts", () -> "127.0.0.1");
		registry.add("escala.channels.plain-http-hosts", () -> "127.0.0.1");
		registry.add("escala.channels.timeout", () -> "PT2S");
	}

	@BeforeEach
	void givenPeopleAndACustomer() {
		CaseDriver.travelTo(this.now);
		this.jdbc.sql("DELETE FROM outbox_message").update();
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "team-supervisor", "supervisors");
		this.administrator = ApiClient.of(this.port, this.engine.getIdentityService(), "team-admin", "camunda-admin");
		if (this.customers.findByCode("EQU").isEmpty()) {
			this.customers.create(new SaveCustomer("EQU", "Equipos del Sur", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Ana", "ana@sur.example", null, true)), List.of()));
		}
		CRM.answering(ScriptedHttpServer.status(200));
		CHAT.answering(ScriptedHttpServer.status(200, "ok"));
		BILLING.answering(ScriptedHttpServer.status(200));
		this.before = CRM.requests().size();
		this.beforeChat = CHAT.requests().size();
	}

	@AfterEach
	void presentTime() {
		// Whatever the test left unanswered, the servers answer by now.
		CRM.answering(ScriptedHttpServer.status(200));
		CHAT.answering(ScriptedHttpServer.status(200));
		pass(Duration.ofDays(1));
		this.dispatcher.run();
		this.jdbc.sql("DELETE FROM outbox_message").update();
		ClockUtil.reset();
	}

	@AfterAll
	static void close() throws IOException {
		CRM.close();
		CHAT.close();
		BILLING.close();
	}

	@Test
	@DisplayName("hear that what a complaint disputes is not to be collected, signed, and when that ends (Ley 10/2025, art. 13.8)")
	void hearOfHolds() throws IOException {
		CaseNumber number = this.people.start("complaint", "agente", Map.of("customer", "EQU", "door", "IN_PERSON",
				"description", "Me cobraron dos veces.", "complaintTopic", "BILLING", "region", "md"));
		String disputes = "/api/complaints/" + number + "/disputes";
		Answer opened = this.supervisor.post(disputes, "{\"body\":\"Junta Arbitral de Madrid\"}");
		assertThat(opened.status()).as(opened.text()).isLessThan(300);
		this.dispatcher.run();

		assertThat(holds()).extracting((one) -> one.at("/type").asText()).containsOnly("complaint.hold.placed");
		assertThat(holds()).extracting((one) -> one.at("/data/kind").asText()).contains("COLLECTION");
		assertThat(holds()).allSatisfy((one) -> {
			assertThat(one.at("/data/number").asText()).isEqualTo(number.value());
			assertThat(one.at("/data/customer").asText()).isEqualTo("EQU");
			assertThat(one.at("/data/norm").asText()).contains("10/2025");
		});
		assertThat(BILLING.requests())
			.allSatisfy((one) -> assertThat(one.header("webhook-signature")).startsWith("v1,"));
		int placed = holds().size();

		this.supervisor.post(disputes + "/end", "{\"outcome\":\"Acuerdo.\"}");
		this.dispatcher.run();
		this.dispatcher.run();

		assertThat(holds().subList(placed, holds().size())).isNotEmpty()
			.allSatisfy((one) -> assertThat(one.at("/type").asText()).isEqualTo("complaint.hold.released"));
		assertThat(holds()).extracting((one) -> one.at("/type").asText() + one.at("/data/hold"))
			.as("each once")
			.doesNotHaveDuplicates();
	}

	private static List<JsonNode> holds() throws IOException {
		return received(BILLING, 0).stream()
			.filter((one) -> one.at("/type").asText().startsWith("complaint.hold"))
			.toList();
	}

	@Test
	@DisplayName("hear of a case and of its missed deadline, once, and nothing of the customer that they need not know")
	void hear() throws Exception {
		CaseNumber number = announced();
		Deadline missed = this.serviceLevels.find(number, ServiceClock.RESOLUTION).orElseThrow();
		this.events.publishEvent(new DeadlineMissed(missed, null));
		this.events.publishEvent(new DeadlineMissed(missed, null));

		this.dispatcher.run();
		this.dispatcher.run();

		List<JsonNode> crm = received(CRM, this.before);
		assertThat(crm).extracting((one) -> one.at("/type").asText()).containsExactly("escalation.deadlineMissed");
		JsonNode data = crm.get(0).at("/data");
		assertThat(data.fieldNames()).toIterable()
			.containsExactlyInAnyOrder("number", "step", "subject", "severity", "level", "link", "clock", "dueAt");
		assertThat(data.at("/number").asText()).isEqualTo(number.value());
		assertThat(data.at("/subject").asText()).isEqualTo("La factura electrónica no llega");
		assertThat(data.at("/severity").asText()).isIn("LOW", "MODERATE");
		assertThat(data.at("/clock").asText()).isEqualTo("RESOLUTION");
		assertThat(data.at("/dueAt").asText()).isEqualTo(missed.dueAt().toString());
		assertThat(data.at("/link").asText()).startsWith("http://localhost:8080/camunda/app/tasklist/");
		List<JsonNode> chat = received(CHAT, this.beforeChat);
		assertThat(chat).hasSize(2);
		assertThat(chat.get(0).at("/text").asText()).startsWith("*" + number + " · Nuevo escalamiento (")
			.contains("\nAsunto: La factura electrónica no llega\nGravedad: ");
		assertThat(chat.get(1).at("/text").asText()).startsWith("*" + number + " · Plazo vencido: ")
			.contains("\nVencía: ");
		assertThat(chat + " " + crm).doesNotContain("Equipos del Sur", "sur.example", "ninguna factura");
	}

	@Test
	@DisplayName("see their messages in the list of messages, and neither it nor anything else shows a secret")
	void shown() {
		CHAT.answering(ScriptedHttpServer.status(404, "channel_not_found"));
		CaseNumber number = announced();
		this.dispatcher.run();

		Answer list = this.supervisor.get("/api/messages?channel=SLACK&case=" + number);
		assertThat(list.json().path("total").asInt()).isEqualTo(1);
		assertThat(list.json().at("/items/0/channel").asText()).isEqualTo("SLACK");
		assertThat(list.json().at("/items/0/recipient").asText()).isEqualTo("guardia");
		assertThat(list.json().at("/items/0/error").asText())
			.isEqualTo("El canal «guardia» no funciona: contestó con 404 (channel_not_found).");
		assertThat(this.supervisor.get("/api/messages?channel=WEBHOOK&case=" + number).json().path("total").asInt())
			.isZero();
		assertThat(this.supervisor.get("/api/messages?channel=FAX").fields()).containsExactly("channel");
		long id = list.json().at("/items/0/id").asLong();
		Answer page = this.supervisor.get("/mensajes?canal=SLACK");
		assertThat(page.text()).contains("Slack a", "guardia", "Todos (1)").doesNotContain("ana@sur.example");
		Answer message = this.supervisor.get("/mensajes/" + id);
		assertThat(message.text()).contains("Nuevo escalamiento", "Lo que se publica")
			.doesNotContain("<iframe", "resend-recipient");
		Answer refused = this.supervisor.post("/api/messages/" + id + "/resend",
				"{\"reason\":\"A otro\",\"recipient\":\"ana@sur.example\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.fields()).containsExactly("recipient");

		CHAT.answering(ScriptedHttpServer.status(200));
		assertThat(this.supervisor.post("/api/messages/" + id + "/resend", "{\"reason\":\"Ya existe\"}").status())
			.isEqualTo(200);
		this.dispatcher.run();

		assertThat(this.supervisor.get("/api/messages/" + id).json().at("/status").asText()).isEqualTo("SENT");
		for (Answer answer : List.of(list, page, message, this.supervisor.get("/api/messages/" + id),
				this.administrator.get("/actuator/health"), this.administrator.get("/actuator/info"),
				this.administrator.get("/actuator/prometheus"))) {
			assertThat(answer.text()).doesNotContain("top-secret-path", SECRET);
		}
	}

	@Test
	@DisplayName("are told in the list, in health and in metrics when their server does not answer, and until when")
	void away() {
		CHAT.answering(ScriptedHttpServer.SILENCE);
		announced();
		this.dispatcher.run();

		assertThat(this.supervisor.get("/mensajes").text())
			.contains("El canal «guardia» no responde desde las 10:00; se vuelve a probar a las 10:00.");
		JsonNode health = this.administrator.get("/actuator/health").json().at("/components/channels");
		assertThat(health.at("/status").asText()).isEqualTo("WARNING");
		assertThat(health.at("/details/mail").asText()).isEqualTo("UP");
		assertThat(health.at("/details/guardia/failingSince").asText()).isEqualTo("2026-11-23T09:00:00Z");
		assertThat(health.at("/details/guardia/nextAttempt").asText()).isEqualTo("2026-11-23T09:00:30Z");
		assertThat(this.administrator.get("/actuator/prometheus").text())
			.contains("escala_channel_paused{channel=\"guardia\"} 1", "escala_channel_paused{channel=\"crm\"} 0");
	}

	private CaseNumber announced() {
		CaseNumber number = this.people.report("agente",
				Forms.with(Forms.report("EQU"), "impact", "LOW", "urgency", "LOW"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		return number;
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
		CaseDriver.travelTo(this.now);
	}

	private static List<JsonNode> received(ScriptedHttpServer server, int before) throws IOException {
		List<JsonNode> bodies = new ArrayList<>();
		for (ScriptedHttpServer.Request request : server.requests().subList(before, server.requests().size())) {
			bodies.add(new ObjectMapper().readTree(request.body()));
		}
		return bodies;
	}

}
