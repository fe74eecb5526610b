package dev.escala.panel;

import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.escala.access.Role;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The panel, for whoever leads")
class PanelPageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private ApiClient supervisor;

	private SeededCases seeded;

	@BeforeEach
	void givenCases() {
		new CaseDriver(this.engine).person("panel-supervisor", Role.SUPERVISORS);
		this.supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "panel-supervisor", "supervisors");
		this.seeded = new SeededCases(this.jdbc, this.clock.instant(), 7);
		this.seeded.draw(150);
	}

	@AfterEach
	void remove() {
		this.seeded.remove();
	}

	@Test
	@DisplayName("Programs read the same figures; a parameter that nobody knows, or that means nothing, is named")
	void overHttp() {
		JsonNode figures = this.supervisor.get("/api/panel?team=seeded-one&weeks=4").json();

		assertThat(figures.path("weeks")).hasSize(4);
		assertThat(figures.path("now").path("open").asLong()).isPositive();
		assertThat(figures.path("loads").path("teams")).hasSize(1);
		Answer wrong = this.supervisor.get("/api/panel?weeks=99&severity=AWFUL&colour=red");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.fields()).containsExactlyInAnyOrder("weeks", "severity", "colour");
		ApiClient technician = ApiClient.of(this.port, this.engine.getIdentityService(), "panel-technician",
				"technology");
		assertThat(technician.get("/api/panel").status()).isEqualTo(403);
		assertThat(technician.get("/panel", "Accept", "text/html").status()).isEqualTo(403);
	}

	@Test
	@DisplayName("Whatever stands in the address, the page shows figures and says what it did not understand")
	void anyAddress() {
		for (String query : List.of("?semanas=mil", "?gravedad=%00", "?color=rojo", "?equipo=nadie&cliente=%25",
				"?motivo=&gravedad=&semanas=")) {
			Answer page = this.supervisor.get("/panel" + query, "Accept", "text/html");
			assertThat(page.status()).as(query).isEqualTo(200);
			assertThat(page.text()).as(query).contains("Semana a semana");
		}
		assertThat(this.supervisor.get("/panel?semanas=mil", "Accept", "text/html").text())
			.contains("Las semanas son un número del 1 al 53. Se muestran todos los casos.");
	}

	@Test
	@DisplayName("A customer or a team that there is not is named, in place of figures that are all nothing")
	void nobodyKnown() {
		String page = this.supervisor.get("/panel?cliente=NO-HAY&equipo=nadie", "Accept", "text/html").text();

		assertThat(page).contains("No hay ningún cliente con el código «NO-HAY». Se muestran todos los casos.",
				"No hay ningún equipo «nadie».");
		assertThat(Jsoup.parse(page).select(".tiles strong").last().parent().attr("href")).isNotEmpty();
		Answer wrong = this.supervisor.get("/api/panel?customer=NO-HAY&team=nadie");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.fields()).containsExactlyInAnyOrder("customer", "team");
		assertThat(this.supervisor.get("/api/panel?customer=seed0").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("What counts no cases leads to just the messages, actions and promises that it counts (003-15); one is one")
	void otherRows() {
		String number = this.jdbc.sql("SELECT number FROM escalation WHERE number LIKE 'ESC-1990%' LIMIT 1")
			.query(String.class)
			.single();
		try {
			seed(number);
			Document panel = Jsoup.parse(this.supervisor.get("/panel?semanas=4", "Accept", "text/html").text());
			Element messages = tile(panel, "/mensajes");
			assertThat(rows(messages, ".mails li")).isGreaterThan(1)
				.isEqualTo(Integer.parseInt(messages.selectFirst("strong").text()));
			Element actions = tile(panel, "/panel/acciones");
			assertThat(rows(actions, "tbody tr")).isEqualTo(Integer.parseInt(actions.selectFirst("strong").text()));
			// Other tests may have left some.
			assertThat(actions.selectFirst("span").text()).isEqualTo(actions.selectFirst("strong").text().equals("1")
					? "acción correctiva vencida" : "acciones correctivas vencidas");
			Elements promises = panel.select("a[href^=/panel/compromisos][href*=seeded-kept]");
			assertThat(promises.eachText()).containsExactly("2", "1");
			promises.forEach((one) -> assertThat(rows(one, "tbody tr")).isEqualTo(Integer.parseInt(one.text())));
			String kept = this.supervisor.get(promises.get(0).attr("href"), "Accept", "text/html").text();
			assertThat(kept).contains("Prometido 1", "Prometido 2", "Compromisos cumplidos")
				.doesNotContain("Prometido 3");
			assertThat(this.supervisor
				.get("/panel/compromisos?por=x&de=%00&estado=y&semanas=0&pagina=99", "Accept", "text/html")
				.status()).isEqualTo(200);
		}
		finally {
			for (String table : List.of("promise", "corrective_action", "outbox_message")) {
				this.jdbc.sql("DELETE FROM " + table + " WHERE case_number = ?").param(number).update();
			}
		}
	}

	private void seed(String number) {
		this.jdbc
			.sql("""
					INSERT INTO promise (case_number, customer_id, content, status, opened_by, opened_at, promised_at, accepted_at,
					  owner_id, group_id, settled_at)
					SELECT number, (SELECT max(id) FROM customer), 'Prometido ' || i,
					  CASE WHEN i < 3 THEN 'KEPT' ELSE 'BROKEN' END, 'x', now(), now(), now(), 'x', 'seeded-kept', now()
					FROM escalation, generate_series(1, 3) i WHERE number = ?
					""")
			.param(number)
			.update();
		this.jdbc
			.sql("""
					INSERT INTO corrective_action (case_number, position, text, owner, state, due_on, due_at, remind_at, chase_every)
					SELECT ?, i, 'Vigilar ' || i, 'alguien', CASE WHEN i < 2 THEN 'OPEN' ELSE 'EFFECTIVE' END,
					  current_date - 5, now(), now(), 'P1D' FROM generate_series(1, 2) i
					""")
			.param(number)
			.update();
		this.jdbc
			.sql("""
					INSERT INTO outbox_message (case_number, step, channel, recipient, recipient_name, locale, template, subject,
					  text_body, html_body, status, created_at, due_at)
					SELECT ?, 's' || i, 'EMAIL', 'a@b.example', 'A', 'es', 'x', 'x', 'x', 'x',
					  (ARRAY['FAILED', 'UNKNOWN', 'SENT'])[i], now(), now() FROM generate_series(1, 3) i
					""")
			.param(number)
			.update();
	}

	private static Element tile(Document panel, String path) {
		return panel.selectFirst(".tiles a[href^=" + path + "]");
	}

	private int rows(Element link, String rows) {
		return Jsoup.parse(this.supervisor.get(link.attr("href"), "Accept", "text/html").text()).select(rows).size();
	}

	@ParameterizedTest
	@ValueSource(strings = { "equipo=seeded-one&gravedad=HIGH", "equipo=seeded-two&motivo=RESOURCES&semanas=26",
			"cliente=SEED0&semanas=52", "motivo=AUTHORITY&semanas=4" })
	@DisplayName("Each number leads to a list of just so many cases (004-43)")
	void links(String scope) {
		Elements links = Jsoup.parse(this.supervisor.get("/panel?" + scope, "Accept", "text/html").text())
			.select("main a[href^=/casos]");
		Map<String, String> numbers = new LinkedHashMap<>();
		links.forEach((link) -> numbers.put(link.attr("href"), link.text().replaceAll("\\D", "")));

		assertThat(numbers).hasSizeGreaterThan(30);
		assertThat(numbers.values()).anyMatch((number) -> !number.equals("0"));
		numbers.forEach((link, number) -> {
			Answer list = this.supervisor.get(link + "&tamano=200", "Accept", "text/html");
			assertThat(list.status()).as(link).isEqualTo(200);
			assertThat(Jsoup.parse(list.text()).select("table.cases tbody tr")).as(link)
				.hasSize(Integer.parseInt(number));
		});
	}

	@Test
	@DisplayName("In a browser: plots are drawn from the tables, nothing is too wide on a phone, and anybody can read it")
	void inBrowser() {
		try (Browser browser = Browser.start();
				BrowserContext desk = browser.newContext("es-ES");
				BrowserContext phone = browser.newPhone("es-ES")) {
			Page page = open(desk);
			assertThat(page.locator("figure canvas")).hasCount(2);
			assertThat(page.locator(".u-legend").first()).containsText("Reportados");
			clean(page, "panel");
			page = open(phone);
			assertThat(page.locator("figure canvas")).hasCount(2);
			assertThat(page.locator("#weeks")).isVisible();
			clean(page, "panel-phone");
		}
	}

	private Page open(BrowserContext visitor) {
		visitor.setExtraHTTPHeaders(Map.of("Authorization", "Basic "
				+ Base64.getEncoder().encodeToString(("panel-supervisor:" + CaseDriver.PASSWORD).getBytes(UTF_8))));
		Page page = visitor.newPage();
		page.navigate("http://127.0.0.1:" + this.port + "/panel");
		return page;
	}

	private static void clean(Page page, String name) {
		Browser.picture(page.locator("main"), name);
		Browser.assertReadable(page, name);
	}

}
