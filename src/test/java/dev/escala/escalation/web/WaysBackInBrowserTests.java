package dev.escala.escalation.web;

import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.access.Role;
import dev.escala.customer.Customers;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Phase;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Staff go back in a browser")
class WaysBackInBrowserTests {

	private static Browser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Escalations escalations;

	private CaseApi api;

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

	@BeforeEach
	void givenPeople() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
		// Without an administrator Tasklist asks for one instead of a login.
		this.api.people.person("api-admin", Role.ADMINISTRATORS);
	}

	@AfterEach
	void noAdministrator() {
		this.engine.getIdentityService().deleteUser("api-admin");
	}

	@Test
	@DisplayName("A closed case is reopened from the list of those that one reported; on a phone nothing is too wide")
	void reopened() {
		CaseNumber number = this.api.closed();
		try (BrowserContext visitor = browser.newPhone("es-ES")) {
			Page page = known(visitor, "api-agent");
			open(page, "/casos?estado=terminados&texto=" + number);
			clean(page, "reported");
			page.locator("a.subject").click();
			page.getByLabel("Por qué se reabre").fill("Vuelven a faltar facturas");
			clean(page, "case-closed");

			button(page, "Reabrir el caso").click();

			assertThat(page.getByRole(AriaRole.STATUS)).containsText("El caso está reabierto");
			clean(page, "case-reopened");
		}
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
	}

	@Test
	@DisplayName("A record that was linked by mistake is unlinked; then the case is withdrawn, and whoever has its task open reads so in Tasklist")
	void unlinkedAndWithdrawn() {
		CaseNumber number = this.api.report("subject", "La impresora de planta");
		this.api.agent.post(CaseApi.of(number) + "/details", "{\"kind\": \"LINKED_RECORD\", \"text\": \"INC0099999\"}");
		this.api.agent.post(CaseApi.of(number) + "/details", "{\"kind\": \"LINKED_RECORD\", \"text\": \"INC0012345\"}");
		this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.api.people.run(number, "serviceTask_announceEscalation");
		Task plan = this.api.people.task(number, "userTask_preparePlan");
		try (BrowserContext owner = browser.newContext("es-ES"); BrowserContext agent = browser.newContext("es-ES")) {
			Page tasklist = owner.newPage();
			Browser.login(tasklist, this.port, "tecnologia", CaseDriver.PASSWORD);
			tasklist.navigate("http://127.0.0.1:" + this.port
					+ "/camunda/app/tasklist/default/#/?forceDisplayTask=true&task=" + plan.getId());
			assertThat(tasklist.locator(".escala-card")).containsText(number.value());
			Page page = known(agent, "api-agent");
			open(page, "/casos/" + number);
			page.getByText("Desvincular lo que se puso por error").click();
			page.locator("#unlink-detail").selectOption("Registro vinculado: INC0099999");
			page.getByLabel("Por qué no es de este caso").fill("Es de otro cliente");
			clean(page, "case-unlinking");

			button(page, "Desvincular").click();

			assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ya no está vinculado");
			assertThat(page.locator("article")).containsText("puesto por error. Motivo: Es de otro cliente");
			assertThat(this.escalations.details(number)).extracting("text").containsExactly("INC0012345");
			page.getByText("Retirar el escalamiento").first().click();
			page.getByLabel("Motivo").fill("El cliente lo resolvió");
			button(page, "Retirar el escalamiento").click();
			assertThat(page.getByRole(AriaRole.STATUS)).containsText("quedó retirado");

			tasklist.getByLabel("Pasos del plan (uno por línea)").fill("Reiniciar la cola");
			tasklist.getByLabel("Días laborables previstos").fill("2");
			tasklist.getByLabel("Qué le diremos al cliente").fill("Mañana reenviamos las facturas.");
			tasklist.getByLabel("Qué le diremos al cliente").blur();
			button(tasklist, "Completar").click();

			assertThat(tasklist.locator(".page-notifications .alert .message").first())
				.containsText("El caso " + number + " quedó retirado. Api-agent");
			assertThat(tasklist.locator(".page-notifications")).containsText("La tarea terminó");
			Browser.picture(tasklist, "task-of-a-withdrawn-case");
			// As Tasklist does every so often where its lists refresh by themselves.
			tasklist.evaluate("angular.element(document.body).injector().get('$rootScope').$broadcast('refresh')");
			assertThat(tasklist.locator(".escala-ended")).containsText("quedó retirado");
			Browser.picture(tasklist, "task-of-a-withdrawn-case-refreshed");
			tasklist.reload();
			assertThat(tasklist.locator(".page-notifications .alert .status"))
				.hasText(Pattern.compile("^\\W*La tarea terminó\\W*$"));
			assertThat(tasklist.locator(".page-notifications .alert .message")).containsText("quedó retirado");
			Browser.picture(tasklist, "task-of-a-withdrawn-case-opened");
		}
	}

	/** As a browser that remembers the password: the pages need no login to Tasklist. */
	private static Page known(BrowserContext visitor, String user) {
		visitor.setExtraHTTPHeaders(Map.of("Authorization",
				"Basic " + Base64.getEncoder().encodeToString((user + ":" + CaseDriver.PASSWORD).getBytes(UTF_8))));
		return visitor.newPage();
	}

	private void open(Page page, String path) {
		page.navigate("http://127.0.0.1:" + this.port + path);
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static void clean(Page page, String name) {
		Browser.picture(page, name);
		Browser.assertReadable(page, name);
	}

}
