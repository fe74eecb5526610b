package dev.escala.tasklist;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.support.Browser;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
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
@DisplayName("Pages and Camunda's applications are one, in a browser")
class OneFrameInBrowserTests {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	private static final List<String> PAGES = List.of("/decisiones", "/mensajes", "/entrada", "/plantillas", "/casos",
			"/panel", "/reportados/avisos", "/preguntar", "/preguntar/flujo", "/ayuda", "/ayuda/historias-de-plazos",
			"/no-existe", "/camunda/app/admin/default/");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	private Browser browser;

	private EveryFieldProcess process;

	private Task task;

	@BeforeAll
	void givenASupervisorWithATask() {
		this.browser = Browser.start();
		this.process = new EveryFieldProcess(this.engine);
		// Camunda leads to its set-up page where there is no administrator.
		this.process.person("ofradmin", "Alba", "camunda-admin");
		this.process.person("ofrana", "Ana", "supervisors");
		this.process.person("ofrowner", "Olga", "process-owners");
		this.task = this.process.start("LOW", "ofrana", "supervisors",
				Date.from(Instant.parse("2999-01-02T09:00:00Z")));
	}

	@AfterAll
	void leave() {
		if (this.process != null) {
			this.browser.close();
			this.process.close();
		}
	}

	@Test
	@DisplayName("A link to a task survives the login, also a wrong password; the menu leads to a page; the log-out ends both; a session that ended leads back to the task")
	void wholeWay() {
		try (BrowserContext visitor = this.browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			// Slower than the person is found and the columns are drawn: nothing is shown
			// before its words.
			page.route("**/locales/es.json*", (route) -> {
				page.waitForTimeout(1500);
				route.resume();
			});
			page.navigate(address(TASKLIST + "#/?task=" + this.task.getId()));
			Browser.enter(page, "ofrana", "wrong");
			assertThat(page.getByRole(AriaRole.ALERT)).hasText("El usuario o la contraseña no son correctos.");
			clean(page, "login-wrong");

			Browser.enter(page, "ofrana", EveryFieldProcess.PASSWORD);

			page.locator(".task-card h2.task").waitFor();
			assertThat(page.url()).contains("task=" + this.task.getId());
			Locator menu = page.locator(".escala-menu");
			assertThat(menu.locator("a[aria-current=page]")).hasText("Tareas");
			assertThat(Browser.rawLabels(page)).isEmpty();
			assertThat(page.locator(".ce-eol-banner")).isHidden();
			for (int width : new int[] { 1100, 1280, 1400 }) {
				page.setViewportSize(width, 900);
				assertThat(page.locator("[cam-widget-header]").boundingBox().height).as("one line at " + width)
					.isLessThan(60);
			}
			Browser.picture(page, "one-frame-tasklist");

			menu.getByText("Decisiones").click();
			assertThat(page.locator(".top nav.wide a[aria-current=page]")).hasText("Decisiones");
			page.locator("details.person > summary").click();
			clean(page, "one-frame-person");
			page.goBack();
			// Whoever is logged out while Tasklist still begins is led away by that
			// alone.
			page.locator(".fjs-container").waitFor();
			Page pages = visitor.newPage();
			pages.navigate(address("/decisiones"));
			pages.locator("details.person > summary").click();
			pages.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cerrar sesión")).click();
			assertThat(pages.getByRole(AriaRole.STATUS)).hasText("Ha cerrado la sesión.");

			page.bringToFront();
			// As Tasklist does every so often where its lists refresh by themselves.
			page.evaluate("(() => { const root = angular.element(document.body).injector().get('$rootScope');"
					+ " root.$apply(() => root.$broadcast('refresh')); })()");

			page.getByLabel("Contraseña").waitFor();
			Browser.enter(page, "ofrana", EveryFieldProcess.PASSWORD);
			page.locator(".task-card h2.task").waitFor();
			assertThat(page.url()).contains("task=" + this.task.getId());

			page.locator(".account .dropdown-toggle").click();
			page.getByText("Cerrar sesión").click();
			assertThat(page.getByRole(AriaRole.STATUS)).hasText("Ha cerrado la sesión.");
			pages.navigate(address("/decisiones"));
			assertThat(pages.getByLabel("Contraseña")).isVisible();
		}
	}

	@Test
	@DisplayName("Every page is clean for axe on a screen and on a phone, where nothing is too wide; by keyboard one gets past the menu")
	void clean() {
		try (BrowserContext desk = this.browser.newContext("es-ES");
				BrowserContext phone = this.browser.newPhone("es-ES")) {
			Page wide = desk.newPage();
			Page narrow = phone.newPage();
			wide.navigate(address("/login"));
			clean(wide, "frame-login");
			narrow.navigate(address("/login"));
			clean(narrow, "frame-phone-login");
			Browser.enter(wide, "ofrana", EveryFieldProcess.PASSWORD);
			wide.waitForURL((url) -> !url.contains("/login"));
			Browser.enter(narrow, "ofrana", EveryFieldProcess.PASSWORD);
			narrow.waitForURL((url) -> !url.contains("/login"));
			for (String path : PAGES) {
				String name = path.replaceAll("\\W+", "-");
				wide.navigate(address(path));
				clean(wide, "frame" + name);
				narrow.navigate(address(path));
				clean(narrow, "frame-phone" + name);
			}
			narrow.locator("details.narrow > summary").first().click();
			clean(narrow, "frame-phone-menu");

			wide.navigate(address("/mensajes"));
			wide.keyboard().press("Tab");
			assertThat(wide.locator(".skip")).isFocused();
			wide.keyboard().press("Enter");
			assertThat(wide.locator("main")).isFocused();
		}
	}

	@Test
	@DisplayName("A process owner comes to Cockpit by one login, without the notice for administrators, and finds our login again after logging out there")
	void cockpit() {
		try (BrowserContext visitor = this.browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			Browser.login(page, this.port, "/camunda/app/cockpit/default/", "ofrowner", EveryFieldProcess.PASSWORD);
			page.locator(".account .dropdown-toggle").waitFor();
			assertThat(page.locator(".ce-eol-banner")).isHidden();
			Browser.picture(page, "one-frame-cockpit");
			page.locator(".account .dropdown-toggle").click();
			page.locator(".account .logout a").click();
			assertThat(page.getByRole(AriaRole.STATUS)).hasText("Ha cerrado la sesión.");
		}
	}

	private String address(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	private static void clean(Page page, String name) {
		Browser.picture(page, name);
		Browser.assertReadable(page, name);
	}

}
