package dev.escala.decisionlog.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.decisionlog.NewRuling;
import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.decisionlog.Rulings;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The page of the register of decisions")
class RulingPageTests {

	private static final String PASSWORD = "correct-Horse-7-battery";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Rulings rulings;

	@Autowired
	private JdbcClient jdbc;

	private StaffClient manager;

	private StaffClient agent;

	@BeforeEach
	void givenReaders() {
		ApiClient.of(this.port, this.identity, "dp-manager", "managers");
		ApiClient.of(this.port, this.identity, "dp-agent", "agents");
		this.manager = StaffClient.basic(this.port, "dp-manager", PASSWORD);
		this.agent = StaffClient.basic(this.port, "dp-agent", PASSWORD);
	}

	@AfterEach
	void nothingLeft() {
		this.jdbc.sql("DELETE FROM ruling WHERE decided_by LIKE 'dp-%'").update();
		this.identity.deleteUser("dp-manager");
		this.identity.deleteUser("dp-agent");
	}

	@Test
	@DisplayName("finds a decision by the words of whoever asks, and tells at once whether it still counts")
	void finds() {
		Ruling one = decide("Tarifas planas para faros", null, true);
		Ruling over = decide("Tarifa plana de otro faro", null, false);
		this.rulings.revoke(over.number(), new UserId("dp-manager"), "Ya no hay tarifa.");

		String found = page(this.agent, "/decisiones?texto=" + encode("cuota fija de un faro"));
		String ended = page(this.agent, "/decisiones?estado=TERMINADAS&texto=faros");

		assertThat(found)
			.contains(one.number().value(), "Tarifas planas para faros", "Permanente", "Autorizado", "Vigentes (1)",
					"Ya no vigentes (1)", "Todas (2)")
			.doesNotContain(over.number().value());
		assertThat(ended).contains(over.number().value(), "Revocada").doesNotContain(one.number().value());
		assertThat(page(this.agent, "/decisiones?texto=faros&tema=LEGAL")).contains("Ninguna decisión coincide",
				"Ver todas las decisiones");
		assertThat(page(this.agent, "/decisiones?texto=faros&estado=TODAS&permanentes=true")).contains("Todas (1)");
		assertThat(page(this.agent, "/decisiones?estado=X&tema=Y&pagina=-3&texto=" + encode("ornitorrincos\u0001")))
			.contains("Ninguna decisión coincide", "pregunte con una solicitud interna");
	}

	@Test
	@DisplayName("shows 25 on a page and stays on the last one")
	void pages() {
		for (int i = 0; i < 27; i++) {
			decide("Grúa flotante " + i, null, false);
		}

		String first = page(this.agent, "/decisiones?texto=" + encode("grúas flotantes"));
		String last = page(this.agent, "/decisiones?pagina=99&texto=" + encode("grúas flotantes"));

		assertThat(first).contains("Página 1 de 2", "Siguientes →").doesNotContain("← Anteriores");
		assertThat(last).contains("Página 2 de 2", "← Anteriores").doesNotContain("Siguientes →");
		assertThat(first.split("/decisiones/DEC-", -1)).hasSize(26);
		assertThat(last.split("/decisiones/DEC-", -1)).hasSize(3);
	}

	@Test
	@DisplayName("shows everything about a decision: what it took the place of, what took its own, and similar ones")
	void shows() {
		Ruling first = decide("Balizas para faros de pago", null, true);
		Ruling second = decide("Balizas para faros gratuitas", first.number(), true);
		Ruling third = decide("Balizas para faros al coste", second.number(), true);
		Ruling like = decide("Faros y balizas en alquiler", null, false);

		String shown = page(this.agent, "/decisiones/" + second.number());

		assertThat(shown).contains("Ya no vale: la sustituyó", first.number().value(), third.number().value(),
				"Cómo ha cambiado", second.number() + ", esta", "31 dic 2098, 23:30", "Pide un descuento",
				"Naviera Sur", "dp-manager", "Gerencia", "¿Se puede con los faros?", "Solo este año.",
				"Porque navegan.", "Sustituida", "Decisiones parecidas", like.number().value(), "Se parecen en: ");
		assertThat(shown.indexOf(first.number().value())).isLessThan(shown.lastIndexOf(third.number().value()));
		assertThat(shown).doesNotContain("Revocar la decisión");
		assertThat(page(this.manager, "/decisiones/" + third.number())).contains("Revocar la decisión");
		assertThat(page(this.agent, "/decisiones/" + third.number())).doesNotContain("Revocar la decisión");
		HttpResponse<String> missing = this.agent.send("GET", "/decisiones/DEC-1900-000001");
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.body()).contains("No hay ninguna decisión con el número DEC-1900-000001",
				"Buscar en el registro de decisiones");
	}

	@Test
	@DisplayName("shows what anybody wrote as text, and allows no script")
	void escapes() {
		String evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
		Ruling one = this.rulings.record(new NewRuling(null, evil, Topic.OTHER, Set.of(), evil + " faroles", evil,
				RulingOutcome.CONDITIONAL, evil, evil, evil, null, false, null, new UserId("dp-manager"), evil));
		decide("Faroles img src onerror alert script", null, false);

		HttpResponse<String> shown = this.agent.send("GET", "/decisiones/" + one.number());
		String list = page(this.agent, "/decisiones?texto=" + encode("faroles \"><script>alert(3)</script>"));

		assertThat(shown.body()).contains("&lt;img src=x", "&lt;script&gt;").doesNotContain("<img", "<script");
		assertThat(list).doesNotContain("<img", "<script");
		assertThat(shown.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("default-src 'none'");
	}

	@Test
	@DisplayName("has a form to revoke that needs its token, its reason and the right person")
	void revokes() {
		Ruling one = decide("Boyas", null, false);
		String token = token(page(this.manager, "/decisiones/" + one.number()));

		assertThat(revoke(this.manager, one, "none", "Porque sí").statusCode()).isEqualTo(403);
		HttpResponse<String> wrong = revoke(this.manager, one, token, " ");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("Falta el motivo");
		page(this.agent, "/decisiones");
		HttpResponse<String> refused = revoke(this.agent, one, this.agent.cookie("ESCALA-XSRF-TOKEN").orElseThrow(),
				"Porque sí");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("No puede revocar esta decisión", "la revocan quien la tomó");
		assertThat(this.rulings.get(one.number()).revokedAt()).isNull();

		HttpResponse<String> done = revoke(this.manager, one, token, "Ya no flotan.");

		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(page(this.agent, "/decisiones/" + one.number() + "?hecho=revocada"))
			.contains("La decisión está revocada", "Por qué se revocó", "Ya no flotan.");
		HttpResponse<String> again = revoke(this.manager, one, token, "Otra vez.");
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains("ya no está vigente: se revocó");
	}

	private Ruling decide(String subject, RulingNumber supersedes, boolean standing) {
		return this.rulings.record(new NewRuling(null, "Naviera Sur", Topic.PRICE, Set.of(Situation.DISCOUNT), subject,
				"¿Se puede con los faros?", RulingOutcome.GRANTED, "Se autoriza.", "Solo este año.", "Porque navegan.",
				Instant.parse("2098-12-31T22:30:00Z"), standing, supersedes, new UserId("dp-manager"), "managers"));
	}

	private static HttpResponse<String> revoke(StaffClient browser, Ruling ruling, String token, String reason) {
		return browser.submit("POST", "/decisiones/" + ruling.number() + "/revocar",
				"application/x-www-form-urlencoded", "_csrf=" + encode(token) + "&reason=" + encode(reason));
	}

	private static String page(StaffClient reader, String path) {
		HttpResponse<String> answer = reader.send("GET", path);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private static String token(String page) {
		Matcher matcher = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
