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
