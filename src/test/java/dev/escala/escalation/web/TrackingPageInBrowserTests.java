package dev.escala.escalation.web;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Browser;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The customer's page in a browser without JavaScript")
class TrackingPageInBrowserTests extends TrackingStory {

	private static Browser browser;

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

	@Test
	@DisplayName("A customer reads how the case stands, writes, and later says how it went")
	void wholeWay() {
		CaseNumber number = working("SEG");
		try (BrowserContext visitor = browser.newVisitorWithoutScripts("es-ES")) {
			Page page = visitor.newPage();
			page.navigate(address(number));
			page.getByLabel("Su mensaje").fill("¿Vendrá alguien mañana?");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enviar mensaje")).click();
			assertThat(page.getByRole(AriaRole.STATUS)).containsText("Hemos recibido su mensaje");
			assertThat(customersNotes(number)).containsExactly("¿Vendrá alguien mañana?");

			CaseNumber closed = closed("SEG");
			page.navigate(address(closed));
			page.locator("input[name=heard][value=yes]").check();
			page.locator("input[name=solved][value=yes]").check();
			page.locator("input[name=score][value='5']").check();
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enviar opinión")).click();
			assertThat(page.getByRole(AriaRole.STATUS)).containsText("Gracias por su opinión");
			assertThat(this.escalations.get(closed).satisfaction()).isEqualTo(5);
		}
	}

	@ParameterizedTest
	@CsvSource({ "SEG, es-ES, false", "SEG, es-ES, true", "SEA, en-GB, false", "SEA, en-GB, true" })
	@DisplayName("Everybody can use it, on a phone too: axe finds nothing, and nothing is wider than the screen")
	void accessible(String customer, String locale, boolean phone) {
		CaseNumber open = working(customer);
		this.pauses.asked(open, new UserId("tecnologia"), "¿Nos manda los registros?\n¿Y desde cuándo ocurre?");
		CaseNumber closed = closed(customer);
		try (BrowserContext visitor = phone ? browser.newPhone(locale) : browser.newContext(locale)) {
			for (CaseNumber number : List.of(open, closed)) {
				Page page = visitor.newPage();
				page.navigate(address(number));
				Browser.picture(page, "tracking-" + customer + (phone ? "-phone-" : "-") + number.equals(open));
				assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
				assertThat((Boolean) page
					.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isTrue();
			}
			Page missing = visitor.newPage();
			missing.navigate("http://127.0.0.1:" + this.port + "/seguimiento/nada");
			assertThat(new AxeBuilder(missing).analyze().getViolations()).isEmpty();
		}
	}

	private String address(CaseNumber number) {
		return "http://127.0.0.1:" + this.port + link(number);
	}

}
