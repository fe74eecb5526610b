package dev.escala.internalrequest.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.decisionlog.NewRuling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.decisionlog.Rulings;
import dev.escala.pipeline.Prospects;
import dev.escala.pipeline.SaveProspect;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The page that is asked before anybody commits")
class AskPageTests {

	private static final String PASSWORD = "correct-Horse-7-battery";

	private static final String READ = "Lo confirmo con mi equipo y le respondo el jueves 26 de noviembre antes de las "
			+ "11:00. ¿Le parece bien?";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Prospects prospects;

	@Autowired
	private Rulings rulings;

	@Autowired
	private JdbcClient jdbc;

	private ApiClient api;

	private StaffClient agent;

	private String csrf;

	@BeforeEach
	void givenAnAgentOnAMonday() {
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		this.api = ApiClient.of(this.port, this.identity, "ask-agent", "agents");
		ApiClient.of(this.port, this.identity, "ask-owner", "process-owners");
		this.agent = StaffClient.basic(this.port, "ask-agent", PASSWORD);
		if (this.prospects.findByCode("P-ASK").isEmpty()) {
			this.prospects.create(new SaveProspect("P-ASK", "Forjas Épsilon", "Metal", 200, "es"));
		}
		String page = get(this.agent, "/preguntar").body();
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
		assertThat(token.find()).isTrue();
		this.csrf = token.group(1);
	}

	@AfterEach
	void nothingLeft() {
		ClockUtil.reset();
		this.jdbc.sql("DELETE FROM ruling WHERE decided_by = 'ask-agent'").update();
	}

	@Test
	@DisplayName("lists the situations by when the deployed table says, and only our own script may run")
	void firstStep() {
		HttpResponse<String> page = get(this.agent, "/preguntar");

		assertThat(page.body()).containsSubsequence("Siempre antes de responder", "Un precio fuera de las tarifas",
				"Antes de comprometerse", "Una alianza", "Después, para que conste", "Una tendencia", "Escenarios",
				"Pide un descuento");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'")
			.contains("script-src 'self'", "connect-src 'self'");
		assertThat(page.headers().firstValue("Cache-Control")).as("going back sends nothing again")
			.contains("private, no-cache");
		assertThat(page.body()).doesNotContain("onclick", "<script>");
		assertThat(get(this.agent, "/preguntar/preguntar.js").body()).contains("/api/decisions/similar");
		assertThat(get(this.agent, "/decisiones").headers().firstValue("Content-Security-Policy").orElseThrow())
			.doesNotContain("script-src");
	}

	@Test
	@DisplayName("tells what to do, every reason, who answers by when, what was decided before, and that it comes too late (000-32)")
	void advises() {
		CaseNumber number = new CaseNumber(this.rulings
			.record(new NewRuling(null, null, Topic.SALES_SCOPE, Set.of(Situation.GREY_ZONE),
					"Fundición de piezas con cuota fija", "¿Fundición sin límite?", RulingOutcome.CONDITIONAL,
					"Hasta diez piezas.", "Por escrito.", "Sin tope no.", null, true, null, new UserId("ask-agent"),
					"agents"))
			.number()
			.value());

		String page = post("/consejo", "party", "p-ask", "situations", "GREY_ZONE", "customerDate", "24/11/2026",
				"request", "Fundición de piezas, tarifa plana")
			.body();

		assertThat(page).contains("Pregunte antes de responder", "Zona gris de lo que se ofrece",
				"miércoles 25 de noviembre, 18:00", "lunes 23 de noviembre, 12:00",
				"No llegamos a la fecha del cliente", "Responder con esta decisión permanente", "/decisiones/" + number,
				"Se parecen en: ", "Forjas Épsilon, Metal, unos 200 empleados.");
		assertThat(post("/consejo", "situations", "HASTE").body()).contains("Señal de alerta",
				"Pregunte antes de comprometerse");
		assertThat(post("/consejo").body()).contains("Puede responder sin preguntar");
	}

	@Test
	@DisplayName("sends the five parts once, however often the button is pressed (000-20)")
	void sends() {
		String token = UUID.randomUUID().toString();
		HttpResponse<String> first = post("/enviar", whole("token", token));
		HttpResponse<String> second = post("/enviar", whole("token", token));
		HttpResponse<String> changed = post("/enviar", whole("token", token, "request", "Otra cosa"));

		assertThat(first.statusCode()).isEqualTo(302);
		String where = first.headers().firstValue("Location").orElseThrow();
		assertThat(second.headers().firstValue("Location")).contains(where);
		assertThat(changed.statusCode()).isEqualTo(409);
		assertThat(changed.body()).contains("Esta solicitud ya se envió", "Otra cosa");
		assertThat(get(this.agent, where.substring(where.indexOf("/preguntar"))).body()).contains(
				"le responde antes del", "miércoles 25 de noviembre, 18:00", "No diga que sí",
				"/camunda/app/tasklist/default/");
	}

	@Test
	@DisplayName("says beside each field what is wrong, and keeps what was typed, also what looks like markup")
	void keeps() {
		HttpResponse<String> page = post("/enviar", whole("request", "", "neededBy", "pronto", "situation",
				"<script>alert(1)</script>", "party", "<b>Nadie</b>"));

		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.body()).contains("id=\"wrong-request\"", "Falta la petición", "id=\"wrong-neededBy\"",
				"no «pronto»", "value=\"pronto\"", "&lt;script&gt;alert(1)&lt;/script&gt;",
				"id=\"wrong-prospectSector\"", "escriba su sector");
		assertThat(page.body()).doesNotContain("<script>alert", "<b>Nadie");
	}

	@Test
	@DisplayName("In a call: the sentence in both languages, what commits is flagged, a yes becomes one promise (000-18)")
	void call() {
		String page = post("/llamada", "party", "P-ASK", "situations", "SCOPE_BEYOND").body();
		assertThat(page).contains("jueves 26 de noviembre antes de las 11:00", "Dijo que sí", "No le sirve esa fecha");
		assertThat(post("/llamada", "party", "P-ASK", "situations", "SCOPE_BEYOND", "speak", "en").body())
			.contains("Thursday 26 November, by 11:00");

		HttpResponse<String> flagged = post("/llamada/si", "party", "P-ASK", "situations", "SCOPE_BEYOND",
				"holdingText", "Le garantizo que sí. " + READ, "promisedAt", "2026-11-26T10:00:00Z");
		assertThat(flagged.statusCode()).isEqualTo(400);
		assertThat(flagged.body()).contains("«Le garantizo»", "Diga cuándo responde, no qué", "Dijo que sí");
		assertThat(post("/llamada/si", "party", "P-ASK", "situations", "SCOPE_BEYOND", "holdingText", READ,
				"promisedAt", "2026-11-26T10:00:00Z")
			.body()).contains("El cliente aceptó la respuesta para el", "jueves 26 de noviembre, 11:00");

		String token = UUID.randomUUID().toString();
		String[] sent = whole("token", token, "holdingText", READ, "promisedAt", "2026-11-26T10:00:00Z");
		String where = post("/enviar", sent).headers().firstValue("Location").orElseThrow();
		post("/enviar", sent);
		CaseNumber number = new CaseNumber(where.substring(where.indexOf("SOL-")));
		assertThat(this.jdbc.sql("SELECT promised_at FROM promise WHERE case_number = ?")
			.param(number.value())
			.query(java.sql.Timestamp.class)
			.list()).containsExactly(java.sql.Timestamp.from(Instant.parse("2026-11-26T10:00:00Z")));
		assertThat(get(this.agent, "/preguntar/" + number).body()).contains("Prometido al cliente",
				"jueves 26 de noviembre, 11:00");
	}

	@Test
	@DisplayName("Another date is written down and not promised; a date that has passed is read anew")
	void otherDate() {
		assertThat(post("/llamada/otra-fecha", "party", "P-ASK", "situations", "SCOPE_BEYOND").statusCode())
			.isEqualTo(400);
		String page = post("/llamada/otra-fecha", "party", "P-ASK", "situations", "SCOPE_BEYOND", "customerDate",
				"24/11/2026", "holdingText", READ, "promisedAt", "2026-11-26T10:00:00Z")
			.body();
		assertThat(page).contains("No llegamos a la fecha del cliente", "value=\"24/11/2026\"")
			.doesNotContain("El cliente aceptó");
		assertThat(post("/llamada/si", "party", "P-ASK", "situations", "SCOPE_BEYOND", "holdingText",
				"Le respondo el lunes 23 de noviembre a las 9:00.", "promisedAt", "2026-11-23T08:00:00Z")
			.body()).contains("ya pasó: no se puede prometer", "jueves 26 de noviembre antes de las 11:00");
	}

	@Test
	@DisplayName("Nobody without a login, nobody who may not ask, and no form without its token")
	void access() {
		StaffClient owner = StaffClient.basic(this.port, "ask-owner", PASSWORD);

		assertThat(StaffClient.anonymous(this.port).send("GET", "/preguntar").statusCode()).isEqualTo(401);
		HttpResponse<String> refused = owner.send("GET", "/preguntar");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("Sin permiso", "no tiene permiso para esto. Lo tienen: Agentes,");
		assertThat(get(owner, "/preguntar/flujo").body()).contains("Cuándo se pregunta, a quién");
		this.csrf = "none";
		assertThat(post("/enviar", whole()).statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("The whole flow on one sheet says of each situation what the tables say (000-38)")
	void flow() {
		String page = get(this.agent, "/preguntar/flujo").body();

		for (Situation situation : Situation.values()) {
			assertThat(page).contains(situation.label());
		}
		assertThat(page).containsSubsequence("Siempre antes de responder", "Pide un descuento",
				"Todo lo que trata de: legal o contractual", "Antes de comprometerse", "Después, para que conste",
				"Nada de lo demás", "Quién responde, y en cuánto tiempo", "Si lo evalúa alguien de más rango", "Precio",
				"1 día laborable", "Registro de decisiones");
	}

	@Test
	@DisplayName("A program gets the sentence, has its own checked, and records the promise with the request")
	void program() {
		ApiClient.Answer reply = this.api.post("/api/internal-requests/holding-reply", """
				{"party": "P-ASK", "situations": ["SCOPE_BEYOND"], "language": "en", "text": "No problem, I think."}
				""");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.json().get("promisedAt").asText()).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(reply.json().get("sentence").asText()).contains("Thursday 26 November, by 11:00");
		assertThat(reply.json().get("findings").findValuesAsText("kind")).contains("COMMITS", "INVENTS", "NO_DATE");
		assertThat(this.api.post("/api/internal-requests/holding-reply", "{\"language\": \"fr\"}").fields())
			.containsExactly("language");

		String body = """
				{"kind": "DECISION", "situations": ["SCOPE_BEYOND"], "party": "P-ASK", "situation": "s", "request": "r",
				 "assessment": "a", "neededBy": "25/11/2026", "holding": {"text": "%s", "promisedAt": "%s"}}
				""";
		ApiClient.Answer refused = this.api.post("/api/internal-requests",
				body.formatted("Sin problema", "2026-11-26T10:00:00Z"));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.fields()).containsOnly("holding.text");
		ApiClient.Answer asked = this.api.post("/api/internal-requests",
				body.formatted(READ, reply.json().get("promisedAt").asText()), "Idempotency-Key",
				UUID.randomUUID().toString());
		assertThat(asked.status()).as(asked.text()).isEqualTo(201);
		assertThat(asked.json().get("promisedAt").asText()).isEqualTo("2026-11-26T10:00:00Z");
	}

	private String[] whole(String... changes) {
		Map<String, String> fields = new TreeMap<>(Map.of("kind", "DECISION", "situations", "SCOPE_BEYOND", "party",
				"P-ASK", "situation", "Quiere personalizar.", "request", "Personalización sin límite.", "assessment",
				"Creo que no.", "neededBy", "25/11/2026"));
		for (int i = 0; i < changes.length; i += 2) {
			fields.put(changes[i], changes[i + 1]);
		}
		return fields.entrySet()
			.stream()
			.flatMap((one) -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
			.toArray(String[]::new);
	}

	private HttpResponse<String> post(String path, String... fields) {
		StringBuilder body = new StringBuilder("_csrf=" + this.csrf);
		for (int i = 0; i < fields.length; i += 2) {
			body.append('&')
				.append(fields[i])
				.append('=')
				.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
		}
		return this.agent.submit("POST", "/preguntar" + path, "application/x-www-form-urlencoded", body.toString());
	}

	private static HttpResponse<String> get(StaffClient reader, String path) {
		HttpResponse<String> page = reader.send("GET", path);
		assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
		return page;
	}

}
