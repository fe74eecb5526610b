package dev.escala.escalation.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.promise.MakePromise;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;
import dev.escala.promise.Promises;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A customer answers a proposed date in a browser")
class PromisePageInBrowserTests extends TrackingStory {

	private static Browser browser;

	@Autowired
	private MakePromise making;

	@Autowired
	private Promises promises;

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

	@ParameterizedTest
	@CsvSource({ "SEG, es-ES, false, 'Sí, me parece bien', Tiene nuestra palabra",
			"SEG, es-ES, true, 'Sí, me parece bien', Tiene nuestra palabra",
			"SEA, en-GB, false, 'Yes, it suits me', You have our word",
			"SEA, en-GB, true, 'Yes, it suits me', You have our word" })
	@DisplayName("In both languages, on a phone too: axe finds nothing, nothing is wider than the screen, one click agrees")
	void agrees(String customer, String locale, boolean phone, String button, String thanks) {
		CaseNumber number = working(customer);
		Promise promise = PromiseOnPage.propose(this.people, this.making, number);
		try (BrowserContext visitor = phone ? browser.newPhone(locale) : browser.newContext(locale)) {
			Page page = visitor.newPage();
			page.navigate("http://127.0.0.1:" + this.port + link(number));
			clean(page, "promise-" + customer + (phone ? "-phone" : ""));
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
			assertThat(page.getByRole(AriaRole.STATUS)).containsText(thanks);
			clean(page, "promise-agreed-" + customer + (phone ? "-phone" : ""));
		}
		assertThat(this.promises.get(promise.id()).status()).isEqualTo(PromiseStatus.ACCEPTED);
	}

	@Test
	@DisplayName("Without JavaScript the customer says which day suits them, after the page asked for it")
	void wantsAnotherDay() {
		CaseNumber number = working("SEG");
		Promise promise = PromiseOnPage.propose(this.people, this.making, number);
		try (BrowserContext visitor = browser.newVisitorWithoutScripts("es-ES")) {
			Page page = visitor.newPage();
			page.navigate("http://127.0.0.1:" + this.port + link(number));
			var no = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("No, prefiero otra fecha"));
			no.click();
			assertThat(page.getByRole(AriaRole.ALERT)).containsText("Díganos qué fecha le vendría bien");
			page.getByLabel("La fecha que me vendría bien").fill("2026-11-26");
			page.getByLabel("Qué necesita o qué cambiaría").fill("Ese día estamos todos");
			no.click();
			assertThat(page.getByRole(AriaRole.STATUS)).containsText("Buscamos otra fecha");
		}
		assertThat(this.promises.latest(promise.id()).orElseThrow().answer().text()).isEqualTo("Ese día estamos todos");
	}

	private static void clean(Page page, String name) {
		Browser.picture(page, name);
		assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
		assertThat(
				(Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.isTrue();
	}

}
