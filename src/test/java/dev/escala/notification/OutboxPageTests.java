package dev.escala.notification;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.notification.OutboxMessage.Status;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import dev.escala.support.TestServices;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Supervisors look for messages, have them sent again and give them up")
class OutboxPageTests {

	private static final String CASE = "ESC-2026-000077";

	private static final String PASSWORD = "correct-Horse-7-battery";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Outbox outbox;

	@Autowired
	private OutboxQueueRepository repository;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private ApiClient supervisor;

	private ApiClient agent;

	@BeforeEach
	void givenCallersAndAnEmptyOutbox() throws Exception {
		this.jdbc.sql("DELETE FROM outbox_message").update();
		TestServices.mail().purgeEmailFromAllMailboxes();
		this.supervisor = ApiClient.of(this.port, this.identity, "out-supervisor", "supervisors");
		this.agent = ApiClient.of(this.port, this.identity, "out-agent", "agents");
	}

	@AfterEach
	void nobodyLeft() {
		this.identity.deleteUser("out-supervisor");
		this.identity.deleteUser("out-agent");
		this.jdbc.sql("DELETE FROM outbox_message").update();
	}

	@Test
	@DisplayName("A message that failed is sent again to the corrected address, and it is told who did it and why")
	void resendsToTheCorrectAddress() throws Exception {
		long id = message("Ana Núñez", "ana@acmé..es");
		assertThat(status(id)).isEqualTo(Status.FAILED);

		Answer answer = this.supervisor.post("/api/messages/" + id + "/resend",
				"{\"reason\":\"La dirección tenía dos puntos.\",\"recipient\":\"ana@acme.es\"}");
		this.dispatcher.run();

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(status(id)).isEqualTo(Status.SENT);
		assertThat(TestServices.mail().getReceivedMessages()).singleElement()
			.satisfies((mail) -> assertThat(mail.getAllRecipients()[0].toString()).contains("ana@acme.es"));
		var view = this.supervisor.get("/api/messages/" + id).json();
		assertThat(view.at("/actions/0/actor").asText()).isEqualTo("out-supervisor");
		assertThat(view.at("/actions/0/reason").asText()).isEqualTo("La dirección tenía dos puntos.");
		assertThat(view.at("/actions/0/recipientBefore").asText()).isEqualTo("ana@acmé..es");
		assertThat(this.jdbc.sql("SELECT text FROM timeline_entry WHERE case_number = ? ORDER BY id DESC LIMIT 1")
			.param(CASE)
			.query(String.class)
			.single()).contains("Reenvió el mensaje", "a ana@acme.es: La dirección tenía dos puntos.");
	}

	@Test
	@DisplayName("What may have arrived is sent again only by somebody who accepts that, under the same Message-ID")
	void unknownNeedsConsent() throws Exception {
		long id = message("Ana", "ana@acme.es");
		this.repository.unknown(this.repository.claim(Lane.MAIL, "a node").orElseThrow(), "No contestó.");

		Answer refused = this.supervisor.post("/api/messages/" + id + "/resend", "{\"reason\":\"Por si acaso\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.fields()).containsExactly("acceptDuplicate");
		assertThat(status(id)).isEqualTo(Status.UNKNOWN);
		assertThat(this.supervisor
			.post("/api/messages/" + id + "/resend", "{\"reason\":\"No lo tiene\",\"acceptDuplicate\":true}")
			.status()).isEqualTo(200);
		this.dispatcher.run();

		assertThat(TestServices.mail().getReceivedMessages()).singleElement()
			.satisfies((mail) -> assertThat(mail.getMessageID()).startsWith("<escala-outbox-" + id + "."));
	}

	@Test
	@DisplayName("A message that is given up is not sent, counts no more, and can be brought back")
	void cancelAndUndo() {
		long id = message("Ana", "ana@acme.es");

		assertThat(cancel(id, "Ya hablé con ella").status()).isEqualTo(200);
		assertThat(this.dispatcher.run()).isZero();
		assertThat(this.outbox.unsent()).allSatisfy((state, count) -> assertThat(count).as(state.name()).isZero());
		assertThat(cancel(id, "Otra vez").status()).isEqualTo(409);
		assertThat(this.supervisor.post("/api/messages/" + id + "/resend", "{\"reason\":\"Era otra\"}").status())
			.isEqualTo(200);

		assertThat(this.dispatcher.run()).isEqualTo(1);
		assertThat(status(id)).isEqualTo(Status.SENT);
	}

	@ParameterizedTest
	@EnumSource(names = { "SENT", "SENDING" })
	@DisplayName("What the mail server has, or is just getting, is neither sent again nor given up")
	void tooLate(Status status) {
		long id = message("Ana", "ana@acme.es");
		this.jdbc.sql("UPDATE outbox_message SET status = ? WHERE id = ?").params(status.name(), id).update();

		Answer resent = this.supervisor.post("/api/messages/" + id + "/resend", "{\"reason\":\"Otra vez\"}");
		assertThat(resent.status()).isEqualTo(409);
		assertThat(resent.text()).contains(status.label());
		assertThat(cancel(id, "No").status()).isEqualTo(409);
		assertThat(status(id)).isEqualTo(status);
	}

	@Test
	@DisplayName("Waiting times begin anew with a resending, and a late answer of the old attempt changes nothing")
	void beginsAnew() {
		long id = message("Ana", "ana@acme.es");
		this.jdbc.sql("UPDATE outbox_message SET attempts = 6 WHERE id = ?").param(id).update();
		var lost = this.repository.claim(Lane.MAIL, "a slow node").orElseThrow();
		assertThat(lost.tries()).isEqualTo(7);
		this.repository.unknown(lost, "No contestó.");
		this.supervisor.post("/api/messages/" + id + "/resend", "{\"reason\":\"Otra\",\"acceptDuplicate\":true}");

		this.repository.failed(lost, "Llegó tarde.");

		assertThat(status(id)).isEqualTo(Status.PENDING);
		assertThat(this.repository.claim(Lane.MAIL, "another node").orElseThrow().tries()).isEqualTo(1);
	}

	@Test
	@DisplayName("Bad input names the field: no reason, an impossible address, the same message elsewhere")
	void badInput() {
		long id = message("Ana", "ana@acmé..es");
		message("Ana", "ana@acme.es");

		assertThat(this.supervisor
			.post("/api/messages/" + id + "/resend", "{\"reason\":\" \",\"recipient\":\"a\\r\\nBcc: b@c.de\"}")
			.fields()).containsExactlyInAnyOrder("reason", "recipient");
		assertThat(cancel(id, "").fields()).containsExactly("reason");
		assertThat(cancel(id, "x".repeat(501)).fields()).containsExactly("reason");
		Answer twin = this.supervisor.post("/api/messages/" + id + "/resend",
				"{\"reason\":\"Corregida\",\"recipient\":\"Ana@acme.es\"}");
		assertThat(twin.status()).isEqualTo(409);
		assertThat(twin.text()).contains("ya existe para Ana@acme.es");
		assertThat(status(id)).isEqualTo(Status.FAILED);
		assertThat(this.supervisor.get("/api/messages/999999").status()).isEqualTo(404);
		assertThat(this.supervisor.get("/api/messages?status=LOST").fields()).containsExactly("status");
	}

	@Test
	@DisplayName("The list is found by state and by words, in pages, whatever is typed")
	void list() {
		for (int i = 1; i <= 26; i++) {
			message("Ana " + i, "ana" + i + "@acme.es");
		}
		message("Bea", "bea@acme..es");

		assertThat(this.supervisor.get("/api/messages?text=ana26%20" + CASE).json().path("total").asInt()).isEqualTo(1);
		assertThat(this.supervisor.get("/api/messages?text=%C3%81NA26%20" + CASE).json().path("total").asInt())
			.isEqualTo(1);
		assertThat(this.supervisor.get("/api/messages?status=FAILED").json().at("/items/0/recipient").asText())
			.isEqualTo("bea@acme..es");
		assertThat(this.supervisor.get("/api/messages?text=%25").json().path("total").asInt()).isZero();
		String first = this.supervisor.get("/mensajes").text();
		assertThat(first).contains("Todos (27)", "Pendiente (26)", "No se pudo enviar (1)", "Página 1 de 2");
		assertThat(this.supervisor.get("/mensajes?pagina=99").text()).contains("Página 2 de 2");
		assertThat(this.supervisor.get("/mensajes?texto=nadie").text()).contains("Ningún mensaje coincide");
		assertThat(this.supervisor.get("/mensajes?texto=%3Cscript%3E&estado=RARO").text()).doesNotContain("<script>");
	}

	@Test
	@DisplayName("On the page, a form without its token changes nothing; with it the message is sent again")
	void page() {
		long id = message("Ana", "ana@acmé..es");
		StaffClient person = StaffClient.basic(this.port, "out-supervisor", PASSWORD);
		String form = person.send("GET", "/mensajes/" + id).body();
		assertThat(form).contains("No se pudo enviar", "Reenviar", "Cancelar el mensaje", "ana@acmé..es");
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
		assertThat(token.find()).isTrue();

		assertThat(post(person, id, "reason=x").statusCode()).isEqualTo(403);
		assertThat(status(id)).isEqualTo(Status.FAILED);
		HttpResponse<String> wrong = post(person, id,
				"reason=Mal+escrita&recipient=otra..vez&_csrf=" + encode(token.group(1)));
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("No es una dirección de correo posible", "value=\"Mal escrita\"");
		HttpResponse<String> done = post(person, id,
				"reason=Mal+escrita&recipient=" + encode("ana@acme.es") + "&_csrf=" + encode(token.group(1)));

		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(status(id)).isEqualTo(Status.PENDING);
		assertThat(person.send("GET", "/mensajes/" + id + "?hecho=reenviado").body())
			.contains("El mensaje se envía en unos segundos", "reenvió", "Mal escrita");
	}

	@Test
	@DisplayName("Nobody else sees a message or its page")
	void nobodyElse() {
		long id = message("Ana", "ana@acme.es");

		assertThat(this.agent.get("/api/messages").status()).isEqualTo(403);
		assertThat(this.agent.get("/api/messages/" + id).status()).isEqualTo(403);
		assertThat(this.agent.post("/api/messages/" + id + "/cancel", "{\"reason\":\"No\"}").status()).isEqualTo(403);
		Answer page = this.agent.get("/mensajes/" + id);
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("Sin permiso", "Supervisión, Gerencia y Administración")
			.doesNotContain("ana@acme.es");
		assertThat(StaffClient.anonymous(this.port).send("GET", "/mensajes").statusCode()).isEqualTo(401);
		assertThat(status(id)).isEqualTo(Status.PENDING);
	}

	private Answer cancel(long id, String reason) {
		return this.supervisor.post("/api/messages/" + id + "/cancel", "{\"reason\":\"" + reason + "\"}");
	}

	private HttpResponse<String> post(StaffClient person, long id, String form) {
		return person.submit("POST", "/mensajes/" + id + "/reenviar", "application/x-www-form-urlencoded", form);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private long message(String name, String address) {
		new TransactionTemplate(this.transactions).executeWithoutResult(
				(status) -> this.outbox.add(new Message(new CaseNumber(CASE), "firstNotice", name, address,
						"customer-announcement", Locale.forLanguageTag("es"), Map.of("subject", "Conexión caída"))));
		return this.outbox.messages(new CaseNumber(CASE))
			.stream()
			.filter((message) -> message.recipient().equals(address))
			.findFirst()
			.orElseThrow()
			.id();
	}

	private Status status(long id) {
		return this.outbox.messages(new CaseNumber(CASE))
			.stream()
			.filter((message) -> message.id() == id)
			.findFirst()
			.orElseThrow()
			.status();
	}

}
