package dev.escala.complaint.web;

import java.math.BigDecimal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.access.Role;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.decision.PointStory;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.remedy.GrantRemedy;
import dev.escala.complaint.remedy.RemedyKind;
import dev.escala.complaint.remedy.RemedyRequest;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Somebody decides a complaint point by point in a browser")
class PointPageInBrowserTests extends PointStory {

	private static Browser browser;

	@Autowired
	private GrantRemedy granting;

	@BeforeAll
	static void start() {
		browser = Browser.start();
	}

	@AfterAll
	static void stop() {
		if (browser != null) {
			browser.close();
		}
	}

	/** Without an administrator, Camunda's login asks for the first one. */
	@BeforeEach
	void givenAnAdministrator() {
		this.people.person("point-admin", Role.ADMINISTRATORS);
	}

	@AfterEach
	void noAdministratorLeft() {
		this.engine.getIdentityService().deleteUser("point-admin");
	}

	@Test
	@DisplayName("From the complaint, without JavaScript and by keys alone, each point is noted and decided; axe finds nothing (003-10)")
	void byKeys() {
		CaseNumber number = investigated(Fault.OURS);
		try (BrowserContext visitor = browser.newVisitorWithoutScripts("es-ES")) {
			Page page = visitor.newPage();
			Browser.login(page, this.port, "/reclamaciones/" + number, AGENT.value(), CaseDriver.PASSWORD);
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Decidir punto por punto"))
				.press("Enter");
			page.locator("#words").fill("Me cobraron dos veces la cuota de noviembre");
			page.locator("#words").press("Enter");
			assertThat(page.locator("#count")).hasText("Queda 1 punto sin decidir.");
			Locator box = page.locator(".point");
			assertThat(box.getByRole(AriaRole.STATUS)).hasText("Guardado");

			box.getByLabel("Se le da", new Locator.GetByLabelOptions().setExact(true)).press(" ");
			box.getByLabel("Se le da", new Locator.GetByLabelOptions().setExact(true)).press("ArrowDown");
			assertThat(box.getByLabel("Se le da en parte")).isChecked();
			box.locator("textarea").fill("Se anula el cobro del 9 de noviembre; el del 3 es el de octubre.");
			box.locator("button[type=submit]").first().press("Enter");
			assertThat(box.locator(".wrong")).containsText("Cite la norma");
			assertThat(box.getByLabel("Se le da en parte")).isChecked();
			box.getByLabel("Norma, cláusula o política").fill("Cláusula 7 del contrato");
			box.getByLabel("Norma, cláusula o política").press("Enter");

			assertThat(page.locator("#count")).hasText("Todos los puntos están decididos.");
			assertThat(page.locator("#letter pre")).containsText("Se apoya en: Cláusula 7 del contrato.");
		}
		assertThat(only(number).ruling()).isEqualTo(PointRuling.PARTLY);
	}

	@Test
	@DisplayName("On a phone as on a desk nothing is wider than the screen, also with what is wrong and with long words")
	void readable() {
		CaseNumber number = investigated(Fault.OURS);
		long first = point(number, "Me cobraron dos veces la cuota de noviembre");
		point(number, "Llamé tres veces y nadie contestó: " + "larguísimo".repeat(12));
		rule(number, first, PointRuling.REFUSED, "El cobro del 3 es la cuota de octubre; el del 9, la de noviembre.");
		this.granting.grant(number, AGENT,
				new RemedyRequest(RemedyKind.VOUCHER, new BigDecimal("20"), "Un bono de 20 €", "Por la espera", null));
		for (boolean phone : new boolean[] { false, true }) {
			String name = "complaint-points" + (phone ? "-phone" : "");
			try (BrowserContext visitor = phone ? browser.newPhone("es-ES") : browser.newContext("es-ES")) {
				Page page = visitor.newPage();
				Browser.login(page, this.port, "/reclamaciones/" + number + "/puntos", AGENT.value(),
						CaseDriver.PASSWORD);
				look(page, name);
				page.locator(".point").nth(1).locator("button[type=submit]").first().click();
				assertThat(page.locator(".point").nth(1).locator(".wrong")).hasCount(2);
				page.locator(".point").nth(1).locator("summary").click();
				look(page, name + "-wrong");
			}
		}
	}

	private static void look(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(java.nio.file.Path.of("target", "screenshots", name + ".png")));
		Browser.assertReadable(page, name);
		assertThat(Browser.rawLabels(page)).isEmpty();
	}

}
