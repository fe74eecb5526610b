package dev.escala.diagram;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A case on its model, in a browser")
class DiagramPageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Test
	@DisplayName("It shows what was passed and where the case stands; a collapsed part opens its sheet")
	void picture() {
		CaseNumber number = planned();
		try (Browser browser = Browser.start(); BrowserContext visitor = browser.newContext("es-ES")) {
			visitor.setExtraHTTPHeaders(Map.of("Authorization", "Basic "
					+ Base64.getEncoder().encodeToString(("tecnologia:" + CaseDriver.PASSWORD).getBytes(UTF_8))));
			Page page = visitor.newPage();
			page.navigate("http://127.0.0.1:" + this.port + "/casos/" + number + "/modelo");
			assertThat(page.locator(".model .subprocess.done")).containsText("Crear");
			assertThat(page.locator(".model .subprocess.now")).containsText("Comunicar");
			clean(page, "model");

			page.locator(".model .subprocess.now").click();

			assertThat(page.locator(".tabs a[aria-current]").last()).containsText("Comunicar");
			assertThat(page.locator(".model .user-task.now")).containsText("Preparar el plan de acción");
			assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("ahora");
			clean(page, "model-sheet");

			paths(browser);

			page.navigate("http://127.0.0.1:" + this.port + "/casos/" + number + "/modelo?proceso=x&plano=%3Cb%3E");
			assertThat(page.locator(".model .subprocess.now")).containsText("Comunicar");
			page.navigate("http://127.0.0.1:" + this.port + "/casos/ESC-1999-000001/modelo");
			assertThat(page.locator("h1")).containsText("No está");
		}
	}

	@Test
	@DisplayName("A decision shows the table that took it, with the rule that answered lit")
	void decision() {
		CaseNumber number = planned();
		try (Browser browser = Browser.start(); BrowserContext visitor = browser.newContext("es-ES")) {
			visitor.setExtraHTTPHeaders(Map.of("Authorization", "Basic "
					+ Base64.getEncoder().encodeToString(("tecnologia:" + CaseDriver.PASSWORD).getBytes(UTF_8))));
			Page page = visitor.newPage();
			page.navigate("http://127.0.0.1:" + this.port + "/casos/" + number);
			page.locator("#decisiones summary").click();

			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gravedad del escalamiento"))
				.first()
				.click();

			assertThat(page.locator("h1")).containsText("Gravedad del escalamiento");
			assertThat(page.locator("tr.lit")).hasCount(1);
			assertThat(page.locator("tr.lit")).containsText("se cumple");
			assertThat(page.locator("tr.asked")).containsText("GOLD");
			assertThat(page.locator("tr.asked")).containsText("Responde la regla");
			String reason = page.locator(".step h2").innerText();
			assertThat(page.locator("tr.lit td").last()).hasText(reason);
			clean(page, "decision-table");
			page.setViewportSize(390, 844);
			clean(page, "decision-table-phone");

			page.navigate("http://127.0.0.1:" + this.port + "/casos/" + number + "/decisiones/1999999999");
			assertThat(page.locator("h1")).containsText("No está");
			page.navigate("http://127.0.0.1:" + this.port + "/casos/ESC-1999-000001/decisiones/1");
			assertThat(page.locator("h1")).containsText("No está");
		}
	}

	/** On a telephone, since a picture is wide. */
	private void paths(Browser browser) {
		try (BrowserContext visitor = browser.newPhone("es-ES")) {
			visitor.setExtraHTTPHeaders(Map.of("Authorization", "Basic "
					+ Base64.getEncoder().encodeToString(("supervisor:" + CaseDriver.PASSWORD).getBytes(UTF_8))));
			Page page = visitor.newPage();
			page.navigate("http://127.0.0.1:" + this.port + "/panel/recorrido?semanas=x&proceso=%00");
			assertThat(page.locator("h1")).hasText("Escalamiento de cliente");
			assertThat(page.locator(".model .flow.taken")).not().hasCount(0);
			page.locator(".tabs a", new Page.LocatorOptions().setHasText("Crear")).click();
			assertThat(page.locator(".model .user-task:has-text('Hacerse cargo') .badge")).isVisible();
			assertThat(page.locator(".model text.count").first()).hasText(Pattern.compile("[1-9]\\d*"));
			assertThat(page.locator("tbody")).not().hasCount(0);
			assertThat(page.locator("tbody").first()).containsText("Hacerse cargo");
			clean(page, "paths-phone");
			page.setViewportSize(1400, 900);
			clean(page, "paths");
		}
	}

	private CaseNumber planned() {
		CaseDriver people = new CaseDriver(this.engine);
		people.staff();
		if (this.customers.findByCode("MODELO").isEmpty()) {
			this.customers.create(new SaveCustomer("MODELO", "Clínica del Modelo", Tier.GOLD, "es",
					List.of(new Customer.Contact("Compras", "modelo@cliente.example", null, true)), List.of()));
		}
		CaseNumber number = people.report("agente", Forms.report("MODELO"));
		people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		people.run(number, "serviceTask_announceEscalation");
		return number;
	}

	private static void clean(Page page, String name) {
		Browser.picture(page.locator("main"), name);
		Browser.assertReadable(page, name);
	}

}
