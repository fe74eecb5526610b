package dev.escala.escalation.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.escalation.Phase;
import dev.escala.letter.LetterText;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The customer's page of a case")
class TrackingPageTests extends TrackingStory {

	private static final String ANSWERS = "heard=yes&solved=yes&score=4&comment=Muy+amables";

	private StaffClient visitor;

	@BeforeEach
	void givenAVisitor() {
		this.visitor = StaffClient.anonymous(this.port);
	}

	@Test
	@DisplayName("Each mail brings a link; the page tells in plain words how the case stands and when we write next")
	void tellsHowItStands() {
		CaseNumber number = working("SEG");

		String page = get(link(number)).body();

		assertThat(page).contains("Seguros del Mar", "Su caso " + number, "aria-current=\"step\">En solución",
				"Trabajamos en el plan", "Cuándo volveremos a escribirle", "A más tardar, el martes 24 de noviembre",
				"Le avisamos de que nos hacemos cargo.", "Le contamos el plan.", "<html lang=\"es\"");
		assertThat(PageForms.withoutTokens(page)).doesNotContain("tecnologia", "Revisar la cola de salida", "null",
				"??", "[[");
		assertThat(get(link(number) + "?lang=en").body()).contains("<html lang=\"en\"", "Being solved",
				"At the latest: Tuesday 24 November");
		String english = get(link(working("SEA"))).body();
		assertThat(english).contains("<html lang=\"en\"", "We told you the plan.");
	}

	@Test
	@DisplayName("A link that is forged, expired, revoked or nonsense opens nothing, always with the same answer")
	void opensNothing() {
		String revoked = link(working("SEG"));
		CaseNumber number = working("SEG");
		String expired = link(number);
		assertThat(get(expired).statusCode()).isEqualTo(200);
		ApiClient supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "seg-supervisor",
				"supervisors");
		ApiClient agent = ApiClient.of(this.port, this.engine.getIdentityService(), "seg-agent", "agents");
		String revokedCase = this.jdbc.sql("SELECT max(case_number) FROM tracking_link WHERE case_number < ?")
			.param(number.value())
			.query(String.class)
			.single();
		assertThat(agent.post("/api/escalations/" + revokedCase + "/tracking-links/revocation", "").status())
			.isEqualTo(403);
		assertThat(supervisor.post("/api/escalations/" + revokedCase + "/tracking-links/revocation", "")
			.json()
			.path("revoked")
			.asInt()).isPositive();
		String forged = get("/seguimiento/" + "A".repeat(43)).body();

		assertThat(get(expired).statusCode()).as("another case's links stay").isEqualTo(200);
		CaseDriver.travel(Duration.ofDays(91));

		for (String address : List.of(revoked, expired, "/seguimiento/" + "A".repeat(43), "/seguimiento/x",
				"/seguimiento/" + "%00".repeat(3), "/seguimiento/" + "ñ".repeat(43))) {
			HttpResponse<String> answer = get(address.replace("ñ", "%C3%B1"));
			assertThat(answer.statusCode()).as(address).isIn(404, 400);
			if (answer.statusCode() == 404) {
				assertThat(answer.body()).isEqualTo(forged).contains("Este enlace ya no abre ningún caso");
			}
			assertThat(post(address.replace("ñ", "%C3%B1") + "/mensaje", "text=Hola").statusCode()).isIn(404, 400);
		}
		assertThat(customersNotes(number)).isEmpty();
	}

	@Test
	@DisplayName("What the customer writes reaches the case once, resumes what waited for it and starts the reply's clock (003-09, 004-72)")
	void replies() {
		CaseNumber number = working("SEG");
		this.people.as("tecnologia", () -> this.asking.ask(number, new UserId("tecnologia"),
				new LetterText("note", "¿Nos manda los <registros>?", null, false, false)));
		assertThat(get(link(number)).body()).as("not sent yet").doesNotContain("Necesitamos su respuesta");
		this.people.run(number, "serviceTask_sendMessage");
		this.dispatcher.run();
		String link = link(number);
		String page = get(link).body();
		assertThat(page).contains("Necesitamos su respuesta", "¿Nos manda los &lt;registros&gt;?",
				"Le preguntamos lo que falta para seguir.");
		Matcher form = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(page);
		assertThat(form.find()).isTrue();
		String body = "form=" + form.group(1) + "&text=" + encode("Aquí <b>van</b> los registros.");

		HttpResponse<String> first = post(link + "/mensaje", body);
		HttpResponse<String> second = post(link + "/mensaje", body);

		assertThat(first.statusCode()).isEqualTo(302);
		assertThat(second.statusCode()).isEqualTo(302);
		assertThat(customersNotes(number)).containsExactly("Aquí <b>van</b> los registros.");
		assertThat(this.pauses.current(number)).isEmpty();
		assertThat(this.serviceLevels.find(number, ServiceClock.CONTACT_REPLY)).get().matches(Deadline::isOpen);
		assertThat(this.people.tasks(number)).contains("userTask_replyToContact");
		String after = get(link + "?hecho=reply").body();
		assertThat(after).contains("Hemos recibido su mensaje", "Usted nos escribió.")
			.doesNotContain("Necesitamos su respuesta");
		ApiClient agent = ApiClient.of(this.port, this.engine.getIdentityService(), "seg-agent", "agents");
		assertThat(agent.get("/api/escalations/" + number).text()).contains("Contactó el cliente");
	}

	@Test
	@DisplayName("An empty or over-long message is refused beside its box with what was typed, and nothing is written")
	void badInput() {
		CaseNumber number = working("SEG");
		String link = link(number);

		HttpResponse<String> empty = post(link + "/mensaje", "text=+");
		assertThat(empty.statusCode()).isEqualTo(400);
		assertThat(empty.body()).contains("Escriba su mensaje, por favor.");
		HttpResponse<String> longer = post(link + "/mensaje", "lang=en&text=" + "y".repeat(3501));
		assertThat(longer.statusCode()).isEqualTo(400);
		assertThat(longer.body()).contains("Your message is too long", "y".repeat(3501));
		assertThat(post(link + "/opinion", ANSWERS).statusCode()).as("nobody asked yet").isEqualTo(409);
		assertThat(post(link + "/reapertura", "text=Otra+vez").statusCode()).isEqualTo(409);

		assertThat(customersNotes(number)).isEmpty();
		for (int i = 0; i < 20; i++) {
			assertThat(post(link + "/mensaje", "text=Mensaje+" + i).statusCode()).isEqualTo(302);
		}
		assertThat(post(link + "/mensaje", "text=Uno+m%C3%A1s").statusCode()).isEqualTo(409);
		assertThat(customersNotes(number)).hasSize(20);
	}

	@Test
	@DisplayName("At the end the customer says once how it went, and takes the case up again where it comes back (001-35, 004-54)")
	void atTheEnd() {
		CaseNumber number = closed("SEG");
		String link = link(number);
		assertThat(get(link).body()).contains("Su caso está cerrado", "¿Se sintió escuchado?", "¿Ha vuelto a ocurrir?")
			.doesNotContain("Escríbanos", "Cuándo volveremos");

		assertThat(post(link + "/opinion", "heard=yes&solved=perhaps&score=9").body())
			.contains("Responda a las tres preguntas");
		assertThat(post(link + "/opinion", ANSWERS).statusCode()).isEqualTo(302);
		assertThat(post(link + "/opinion", ANSWERS.replace("score=4", "score=1")).statusCode()).isEqualTo(302);

		assertThat(this.escalations.get(number).satisfaction()).isEqualTo(4);
		assertThat(get(link + "?hecho=rate").body()).contains("Gracias por su opinión")
			.doesNotContain("¿Se sintió escuchado?");
		assertThat(post(link + "/reapertura", "text=" + encode("Vuelven a faltar facturas.")).statusCode())
			.isEqualTo(302);

		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(this.people.tasks(number)).contains("userTask_executePlan", "userTask_replyToContact");
		assertThat(get(link + "?hecho=reopen").body()).contains("Hemos retomado su caso", "En solución");
	}

	@Test
	@DisplayName("The customer asks once for the cause: of a running case it follows, of a closed one it starts")
	void asksForTheCause() {
		CaseNumber running = working("SEG");
		CaseNumber closed = closed("SEG");

		for (CaseNumber number : List.of(running, closed)) {
			String link = link(number);
			assertThat(get(link).body()).contains("¿Quiere saber la causa?");
			assertThat(post(link + "/causa", "text=" + "y".repeat(1001)).statusCode()).isEqualTo(400);
			assertThat(post(link + "/causa", "text=" + encode("¿Por qué ocurrió?")).statusCode()).isEqualTo(302);
			assertThat(get(link).body()).doesNotContain("¿Quiere saber la causa?");
			assertThat(post(link + "/causa", "text=Otra+vez").statusCode()).isEqualTo(409);
		}

		assertThat(this.escalations.get(running).rcaRequested()).isTrue();
		assertThat(this.people.tasks(closed)).containsExactly("userTask_writeInternalRca");
	}

	@Test
	@DisplayName("Another customer of the same case sees nothing of the first one, and is named in what they write")
	void manyCustomers() {
		CaseNumber number = this.people.report("agente", Forms.with(Forms.report("SEG"), "major", true));
		this.people.complete(number, "agente", "userTask_completeDetails", Forms.details("SEA"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		String own = link(number, "ana@mar.example");
		String other = link(number, "ann@sea.example");
		post(own + "/mensaje", "text=Solo+entre+nosotros");

		String page = get(other).body();
		post(other + "/mensaje", "text=We+are+affected+too");

		this.people.reply(number, "tecnologia", Map.of("replyMessage", "Solo para quien escribió."));
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(repliesTo(number)).containsExactlyInAnyOrder("ana@mar.example", "ann@sea.example");
		post(other + "/mensaje", "text=Thank+you");
		this.people.reply(number, "tecnologia", Map.of("replyMessage", "Only for you."));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(repliesTo(number)).containsExactlyInAnyOrder("ana@mar.example", "ann@sea.example",
				"ann@sea.example");
		assertThat(page).contains("Sea Insurance").doesNotContain("Seguros del Mar", "You wrote to us", "mar.example");
		assertThat(customersNotes(number)).containsExactly("Solo entre nosotros", "Sea Insurance: We are affected too",
				"Sea Insurance: Thank you");
	}

	private List<String> repliesTo(CaseNumber number) {
		return this.jdbc.sql("SELECT recipient FROM outbox_message WHERE case_number = ? AND step LIKE 'reply-%'")
			.param(number.value())
			.query(String.class)
			.list();
	}

	@Test
	@DisplayName("The address stays secret: not in the log, not in the database but in the mail, not in a referrer")
	void staysSecret(CapturedOutput output) {
		CaseNumber number = working("SEG");
		String link = link(number);
		String token = link.substring(link.lastIndexOf('/') + 1);

		HttpResponse<String> page = get(link);
		post(link + "/mensaje", "text=Hola");
		get(link + "/nada");

		assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'")
			.doesNotContain("script");
		assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(output.getAll()).doesNotContain(token);
		assertThat(this.jdbc.sql("SELECT count(*) FROM tracking_link WHERE encode(token_hash, 'escape') LIKE ?")
			.param("%" + token + "%")
			.query(Long.class)
			.single()).isZero();
	}

	private HttpResponse<String> get(String path) {
		return this.visitor.send("GET", path);
	}

	@Test
	@DisplayName("Whoever sends too much has to wait, is told so and keeps what was written; with every link of that case")
	void tooMuch() {
		CaseNumber number = working("SEG");
		String link = link(number);
		int answered = 0;
		HttpResponse<String> answer = post(link + "/mensaje", "text=0");

		while (answer.statusCode() != 429 && answered < 60) {
			answered++;
			answer = post(link + "/mensaje", "text=" + encode("Mensaje número " + answered));
		}

		assertThat(answered).isEqualTo(30);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(answer.body()).contains("Hemos recibido muchos mensajes suyos", "dentro de un minuto.",
				"Mensaje número 30");
		assertThat(get(link).statusCode()).as("reading").isEqualTo(200);
		assertThat(post(link(working("SEA")) + "/mensaje", "text=Hello").statusCode()).as("another customer")
			.isEqualTo(302);
		CaseDriver.travel(Duration.ofMinutes(16));
		assertThat(post(link + "/mensaje", "text=Otra+vez").statusCode()).isNotEqualTo(429);
	}

	private HttpResponse<String> post(String path, String form) {
		return this.visitor.submit("POST", path, "application/x-www-form-urlencoded", form);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
