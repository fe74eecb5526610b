package dev.escala.inbound;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.escalation.course.EndCase;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Supervisors decide about mails that belong to no case by themselves")
class InboundQueueTests extends InboundStory {

	private static final String PASSWORD = "correct-Horse-7-battery";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private EndCase end;

	private ApiClient supervisor;

	private ApiClient agent;

	@BeforeEach
	void givenCallers() {
		this.supervisor = ApiClient.of(this.port, this.identity, "in-supervisor", "supervisors");
		this.agent = ApiClient.of(this.port, this.identity, "in-agent", "agents");
	}

	@AfterEach
	void nobodyLeft() {
		this.identity.deleteUser("in-supervisor");
		this.identity.deleteUser("in-agent");
	}

	@Test
	@DisplayName("A mail that is assigned becomes a contact with its files, and it is told who did it and why")
	void assigned() {
		CaseNumber number = reported();
		long id = stranger(number);

		Answer refused = this.supervisor.post("/api/inbound-mails/" + id + "/assignment", "{\"caseNumber\":\"ESC-1\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.fields()).containsExactly("reason");
		Answer answer = assign(id, number, false);

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().at("/status").asText()).isEqualTo("CONTACT");
		assertThat(answer.json().at("/actions/0/actor").asText()).isEqualTo("in-supervisor");
		assertThat(contacts(number)).singleElement()
			.asString()
			.contains("Soy la jefa de Ana", "Adjuntos: nota.txt.", "juego.exe (es un programa");
		assertThat(timeline(number)).anyMatch((entry) -> entry.contains("Asignó al caso el correo " + id));
		assertThat(this.people.tasks(number)).contains("userTask_replyToContact");
		assertThat(assign(id, number, false).status()).isEqualTo(409);
		assertThat(contacts(number)).hasSize(1);
	}

	@Test
	@DisplayName("Files are given out by what they are, to be saved, to whoever sees the case")
	void files() {
		CaseNumber number = reported();
		long id = stranger(number);
		assign(id, number, false);

		Answer list = this.agent.get("/api/escalations/" + number + "/files");
		String path = "/api/escalations/" + number + "/files/" + list.json().at("/0/id").asLong();
		Answer file = this.agent.get(path);

		assertThat(list.json()).hasSize(2);
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.text()).isEqualTo("<b>nota</b>");
		assertThat(file.header("Content-Disposition")).startsWith("attachment").contains("nota.txt");
		assertThat(file.header("Content-Type")).startsWith("text/plain");
		assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(file.header("Content-Security-Policy")).contains("sandbox");
		assertThat(this.agent.get("/api/escalations/" + number + "/files/" + list.json().at("/1/id").asLong()).status())
			.isEqualTo(404);
		assertThat(this.agent.get(path.replace(number.value(), reported().value())).status()).isEqualTo(404);
		assertThat(StaffClient.anonymous(this.port).send("GET", path).statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("A case that is over only keeps the mail, or is reopened for it")
	void ended() {
		CaseNumber number = reported();
		this.end.withdraw(number, new UserId("agente"), "Ya no hace falta.");
		long id = stranger(number);

		Answer reopened = assign(id, number, true);
		assertThat(reopened.status()).as(reopened.text()).isEqualTo(409);
		assertThat(statuses()).containsExactly(Status.WAITING);
		assertThat(assign(id, number, false).status()).isEqualTo(200);

		assertThat(contacts(number)).isEmpty();
		assertThat(this.agent.get("/api/escalations/" + number + "/files").json()).hasSize(2);
	}

	@Test
	@DisplayName("A discarded mail stays and can still be assigned")
	void discarded() {
		CaseNumber number = reported();
		long id = stranger(number);
		assertThat(discard(id).status()).isEqualTo(200);
		assertThat(discard(id).status()).isEqualTo(409);

		assertThat(assign(id, number, false).status()).isEqualTo(200);

		assertThat(contacts(number)).hasSize(1);
	}

	@Test
	@DisplayName("Only supervision, management and administration see the mails")
	void permissions() {
		long id = stranger(reported());
		String path = "/api/inbound-mails";

		for (String what : new String[] { path, path + "/" + id, path + "/" + id + "/source",
				path + "/" + id + "/files/1", "/entrada", "/entrada/" + id }) {
			assertThat(this.agent.get(what).status()).as(what).isEqualTo(403);
			assertThat(StaffClient.anonymous(this.port).send("GET", what).statusCode()).as(what).isEqualTo(401);
		}
		assertThat(this.agent.post(path + "/" + id + "/discard", "{\"reason\":\"x\"}").status()).isEqualTo(403);
		assertThat(this.agent.post(path + "/" + id + "/assignment", "{\"caseNumber\":\"x\",\"reason\":\"x\"}").status())
			.isEqualTo(403);
		assertThat(this.supervisor.get(path + "/999999").status()).isEqualTo(404);
		assertThat(this.supervisor.get(path + "?status=NADA&sort=x").fields()).containsExactlyInAnyOrder("status",
				"sort");
		assertThat(statuses()).containsExactly(Status.WAITING);
	}

	@Test
	@DisplayName("The page shows what strangers wrote as text, and its forms work and need their token")
	void page() {
		CaseNumber number = reported();
		deliver("From: \"<script>alert(1)</script>\" <x@malo.example>\r\nSubject: <img src=x onerror=alert(2)>\r\n"
				+ "Content-Type: text/html\r\n\r\n<p>Hola</p><script>alert(3)</script>&lt;script&gt;alert(4)&lt;/script&gt;");
		fetch();
		long id = lastId();
		StaffClient browser = StaffClient.basic(this.port, "in-supervisor", PASSWORD);

		String list = browser.send("GET", "/entrada").body();
		var shown = browser.send("GET", "/entrada/" + id);

		assertThat(list).contains("x@malo.example", "&lt;img src=x", "No conocemos a quien lo envía", "Por decidir (1)")
			.doesNotContain("<img", "<script");
		assertThat(shown.body()).contains("&lt;script&gt;alert(4)").doesNotContain("<script", "alert(3)", "<img");
		assertThat(shown.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("default-src 'none'");
		assertThat(form(browser, id, "none", number).statusCode()).isEqualTo(403);
		var wrong = form(browser, id, token(shown.body()), new CaseNumber("ESC-2026-999999"));
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("No hay ningún escalamiento con el número ESC-2026-999999", "Es suyo");
		assertThat(form(browser, id, token(shown.body()), number).statusCode()).isEqualTo(302);
		assertThat(contacts(number)).hasSize(1);
		assertThat(browser.send("GET", "/entrada").body()).contains("Nada por decidir");
		assertThat(browser.send("GET", "/entrada?estado=CONTACT&texto=nadie&pagina=-1").body())
			.contains("Ningún correo coincide");
	}

	@Test
	@DisplayName("The mail as it came can be downloaded, and the whole text is kept beside the answer")
	void source() {
		long id = stranger(reported());

		Answer answer = this.supervisor.get("/api/inbound-mails/" + id + "/source");

		assertThat(answer.text()).contains("From: jefa@otra.example");
		assertThat(answer.header("Content-Disposition")).startsWith("attachment");
	}

	private HttpResponse<String> form(StaffClient browser, long id, String token, CaseNumber number) {
		return browser.submit("POST", "/entrada/" + id + "/asignar", "application/x-www-form-urlencoded",
				"_csrf=" + encode(token) + "&caseNumber=" + number + "&reason=" + encode("Es suyo"));
	}

	private static String token(String page) {
		Matcher matcher = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private Answer assign(long id, CaseNumber number, boolean reopen) {
		return this.supervisor.post("/api/inbound-mails/" + id + "/assignment",
				"{\"caseNumber\":\"" + number + "\",\"reason\":\"La llamé y es ella.\",\"reopen\":" + reopen + "}");
	}

	private Answer discard(long id) {
		return this.supervisor.send("POST", "/api/inbound-mails/" + id + "/discard",
				BodyPublishers.ofString("{\"reason\":\"Publicidad.\"}"), "Content-Type", "application/json");
	}

	/** A mail of somebody we do not know about a case, with a text and a program. */
	private long stranger(CaseNumber number) {
		deliver("From: jefa@otra.example\r\nSubject: " + number
				+ "\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSoy la jefa de Ana.\r\n--x\r\n"
				+ "Content-Disposition: attachment; filename=nota.txt\r\n\r\n<b>nota</b>\r\n--x\r\n"
				+ "Content-Disposition: attachment; filename=juego.exe\r\n\r\nMZ programa\r\n--x--");
		fetch();
		return lastId();
	}

	private long lastId() {
		return this.jdbc.sql("SELECT max(id) FROM inbound_mail").query(Long.class).single();
	}

}
