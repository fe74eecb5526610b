package dev.escala.tasklist;

import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.escala.access.Role;
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
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A late case is found by whoever should see it, and done, in a browser")
class LateCaseInBrowserTests {

	private static final String CUSTOMER = "TARDANZA";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseDriver people;

	private Browser browser;

	@BeforeAll
	void givenPeople() {
		this.browser = Browser.start();
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person("relevo", Role.TECHNOLOGY);
		// Camunda leads to its set-up page where there is no administrator.
		this.people.person("tardeadmin", Role.ADMINISTRATORS);
		if (this.customers.findByCode(CUSTOMER).isEmpty()) {
			this.customers.create(new SaveCustomer(CUSTOMER, "Tardanza SA", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Eva Ruiz", "eva@tardanza.example", null, true)), List.of()));
		}
	}

	@AfterAll
	void leave() {
		this.browser.close();
	}

	@Test
	@DisplayName("From the panel a supervisor comes to a late case of another team in three clicks and gives it to somebody present")
	void fromPanelToCase() {
		CaseNumber number = lateCase("La centralita lleva tres días muda");
		try (BrowserContext visitor = this.browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			Browser.login(page, this.port, "/panel?cliente=" + CUSTOMER, "supervisor", CaseDriver.PASSWORD);

			page.locator(".tiles a", new Page.LocatorOptions().setHasText("tarde")).first().click();
			Browser.picture(page, "late-list");
			page.locator("table.cases tr", new Page.LocatorOptions().setHasText(number.value()))
				.locator("a.subject")
				.click();
			Browser.picture(page, "late-case");
			page.locator("#tareas a", new Page.LocatorOptions().setHasText("Hacerse cargo")).click();

			button(page.locator(".escala-card"), "Dar la tarea a otra persona").click();
			Locator form = page.locator(".escala-action-form");
			form.locator("select").selectOption("relevo");
			form.locator("textarea").fill("Hoy está de guardia.");
			Browser.picture(page, "late-given");
			button(form, "Dar la tarea a otra persona").click();

			form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
			assertThat(this.people.task(number, "userTask_takeOver").getAssignee()).isEqualTo("relevo");
		}
	}

	@Test
	@DisplayName("The reporter finds a case by a word of its text; a team that has nothing to do with it does not see it")
	void foundByAWord() {
		CaseNumber number = lateCase("El ascensorista no contesta");
		try (BrowserContext reporter = this.browser.newContext("es-ES");
				BrowserContext other = this.browser.newContext("es-ES")) {
			Page page = reporter.newPage();
			Browser.login(page, this.port, "/casos", "agente", CaseDriver.PASSWORD);
			page.locator("form.search input[name=texto]").fill("ASCENSORÍSTA");
			page.locator("form.search input[name=texto]").press("Enter");

			assertThat(page.locator("table.cases .number")).hasText(number.value());
			Browser.picture(page, "found-by-word");
			page.locator("table.cases a.subject").click();
			assertThat(page.locator("main")).containsText("El ascensorista no contesta");

			Page finance = other.newPage();
			Browser.login(finance, this.port, "/casos?texto=ascensorista", "finanzas", CaseDriver.PASSWORD);
			assertThat(finance.locator("main")).containsText("Nada coincide con «ascensorista»");
			assertThat(finance.navigate(page.url()).status()).isEqualTo(404);
		}
	}

	@Test
	@DisplayName("Without a mouse one logs in, takes a task and completes it")
	void byKeyboard() {
		CaseNumber number = lateCase("Sin ratón");
		String task = this.people.task(number, "userTask_takeOver").getId();
		try (BrowserContext visitor = this.browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			page.navigate("http://127.0.0.1:" + this.port + "/camunda/app/tasklist/default/#/?task=" + task);
			tabTo(page, page.getByLabel("Usuario"));
			page.keyboard().type("tecnologia");
			tabTo(page, page.getByLabel("Contraseña"));
			page.keyboard().type(CaseDriver.PASSWORD);
			page.keyboard().press("Enter");

			Locator take = button(page.locator(".escala-take"), "Tomar la tarea");
			take.waitFor();
			tabTo(page, take);
			page.keyboard().press("Enter");
			page.locator(".disabled-form")
				.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
			tabTo(page, page.getByLabel("Me hago cargo"));
			page.keyboard().press("Space");
			Locator complete = page.getByRole(AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName("Completar").setExact(true));
			assertThat(complete).isEnabled();
			Browser.picture(page, "by-keyboard");
			tabTo(page, complete);
			page.keyboard().press("Enter");

			page.locator(".fjs-container")
				.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
			assertThat(this.people.tasks(number)).doesNotContain("userTask_takeOver");
		}
	}

	/** Presses Tab until it has the focus, as somebody without a mouse does. */
	private static void tabTo(Page page, Locator wanted) {
		for (int i = 0; i < 120; i++) {
			if (Boolean.TRUE.equals(wanted.evaluate("(element) => element === document.activeElement"))) {
				return;
			}
			page.keyboard().press("Tab");
		}
		Browser.picture(page, "not-reached");
		assertThat(wanted).isFocused();
	}

	private static Locator button(Locator place, String name) {
		return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	private CaseNumber lateCase(String subject) {
		CaseDriver.travelTo(ClockUtil.getCurrentTime().toInstant().minus(Duration.ofDays(4)));
		try {
			return this.people.report("agente", Forms.with(Forms.report(CUSTOMER), "subject", subject));
		}
		finally {
			ClockUtil.reset();
		}
	}

}
