package dev.escala.access.login;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.limit.Counter;
import dev.escala.support.Browser;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Passwords in Camunda's own pages")
class PasswordPagesInBrowserTests {

	private static final String PASSWORD = "correct-Horse-7-battery";

	private static final String NEW = "cuatro faroles de vidrio";

	private static Browser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

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
		this.accounts.keep("pag-person", "Petra", "Osorio", "petra@escala.example", PASSWORD, Role.AGENTS);
		this.accounts.keep("pag-admin", "Inés", "Rey", "ines@escala.example", PASSWORD, Role.ADMINISTRATORS);
	}

	@AfterEach
	void forget() {
		this.identity.deleteUser("pag-person");
		this.identity.deleteUser("pag-admin");
		this.identity.deleteUser("pag-new");
		this.jdbc.sql("DELETE FROM counted_try").update();
	}

	@Test
	@DisplayName("Welcome tells in Spanish what a new password lacks, changes it, and the person goes on working there")
	void welcome() {
		try (BrowserContext visitor = browser.newContext("es-ES")) {
			Page page = enter(visitor, "welcome", "pag-person");
			page.getByText("Cambiar la contraseña").first().click();
			page.locator("#user-password-current").fill(PASSWORD);
			Locator wanted = page.locator("[cam-widget-password] input");
			wanted.fill("contraseña");
			assertThat(page.locator(".popover")).containsText("Al menos 12 caracteres");
			wanted.fill("contraseña123456");
			assertThat(page.locator(".popover")).containsText("A la contraseña le falta cumplir lo siguiente:");
			assertThat(page.locator(".popover")).containsText("No debe ser fácil de adivinar");
			Browser.picture(page, "welcome-password");
			wanted.fill(NEW);
			page.locator("#user-password-confirmation").fill(NEW);
			page.locator("form[name=changePassword] button[type=submit]").click();
			assertThat(page.locator("body")).containsText("La contraseña quedó cambiada");
			page.reload();
			assertThat(page.locator("body")).containsText("Petra");
			assertThat(Browser.rawLabels(page)).isEmpty();
		}
		assertThat(this.identity.checkPassword("pag-person", NEW)).isTrue();
	}

	@Test
	@DisplayName("Admin tells the same where an administrator creates somebody, and does not without a good password")
	void admin() {
		try (BrowserContext visitor = browser.newContext("es-ES")) {
			Page page = enter(visitor, "admin", "pag-admin");
			page.navigate("http://127.0.0.1:" + this.port + "/camunda/app/admin/default/#/user-create");
			page.locator("#inputUserId").fill("pag-new");
			page.locator("#inputFirstname").fill("Nuria");
			page.locator("#inputLastname").fill("Brea");
			Locator wanted = page.locator("[cam-widget-password] input");
			wanted.fill("Barcelona2026!");
			assertThat(page.locator(".popover")).containsText("No debe ser fácil de adivinar");
			Browser.picture(page, "admin-password");
			page.locator("#inputPasswordRepeat").fill("Barcelona2026!");
			assertThat(page.locator("button[type=submit]")).isDisabled();
			wanted.fill(NEW);
			page.locator("#inputPasswordRepeat").fill(NEW);
			page.locator("button[type=submit]").click();
			page.locator("text=pag-new").first().waitFor();
		}
		assertThat(this.identity.checkPassword("pag-new", NEW)).isTrue();
	}

	@Test
	@DisplayName("Whoever fails too often is told in Spanish to wait, with the right password too")
	void waits() {
		try (BrowserContext visitor = browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			this.jdbc.sql("INSERT INTO counted_try (kind, key, tries, last_at) SELECT 'login-pair', ?, 12, now()")
				.param(new Counter(null, "pag-person 127.0.0.1").stored())
				.update();
			page.navigate("http://127.0.0.1:" + this.port + "/camunda/app/tasklist/default/");
			Browser.enter(page, "pag-person", PASSWORD);
			assertThat(page.locator("body")).containsText("Ha habido demasiados intentos fallidos. Espere");
			Browser.picture(page, "login-wait");
		}
	}

	private Page enter(BrowserContext visitor, String application, String user) {
		Page page = visitor.newPage();
		Browser.login(page, this.port, "/camunda/app/" + application + "/default/", user, PASSWORD);
		return page;
	}

}
