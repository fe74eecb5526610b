package dev.escala.browser;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Product;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.lessons.Lessons;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.Absences;
import dev.escala.staffing.RequestAbsence;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The pages of administration in a browser")
class AdministrationInBrowserTests {

	private static final List<String> PAGES = List.of("/clientes?texto=admb", "/clientes/ADMB-1",
			"/clientes/ADMB-1/editar", "/clientes/nuevo", "/ausencias", "/calendarios",
			"/calendarios/organizacion?anio=2027", "/calendarios/organizacion/editar", "/hallazgos",
			"/plazos?caso=ESC-1", "/lecciones?texto=admb");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Absences absences;

	@Autowired
	private Lessons lessons;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@BeforeEach
	void givenSomethingOnEachPage() {
		CaseDriver people = new CaseDriver(this.engine);
		people.person("admb-supervisor", Role.SUPERVISORS);
		people.person("admb-technician", Role.TECHNOLOGY);
		this.customers.create(new SaveCustomer("ADMB-1", "Astilleros del Admb", Tier.GOLD, "es",
				List.of(new Customer.Contact("Begoña Íñiguez", "begona.iniguez@astilleros.example", "+34 699 11 22 33",
						true), new Customer.Contact("Luis Prado", null, "600 111 222", false)),
				List.of(new Customer.Service("FACT", "Factura electrónica", Product.BILLING))));
		LocalDate today = LocalDate.now(this.clock.withZone(ZoneId.of("Europe/Madrid")));
		UserId supervisor = new UserId("admb-supervisor");
		this.absences.add(new RequestAbsence(new UserId("admb-technician"), today.toString(),
				today.plusDays(4).toString(), "admb-supervisor", "Vacaciones"), supervisor);
		this.absences.add(new RequestAbsence(supervisor, today.plusDays(10).toString(), today.plusDays(10).toString(),
				null, null), supervisor);
		this.lessons.add(new CaseNumber("ESC-1998-000009"), "Admb: avisar al cliente antes de cada parada.",
				supervisor);
		this.jdbc.sql("INSERT INTO finding (kind, subject, text, found_at, last_seen_at) "
				+ "VALUES ('inbound-mail', 'admb', 'Hay correos de entrada sin decidir desde hace más de 4 horas (3).', ?, ?)")
			.params(java.sql.Timestamp.from(Instant.now()), java.sql.Timestamp.from(Instant.now()))
			.update();
	}

	@AfterEach
	void nothingLeft() {
		this.jdbc.sql("DELETE FROM customer WHERE code LIKE 'ADMB-%'").update();
		this.jdbc.sql("DELETE FROM absence WHERE person_id LIKE 'admb-%'").update();
		this.jdbc.sql("DELETE FROM lesson WHERE case_number = 'ESC-1998-000009'").update();
		this.jdbc.sql("DELETE FROM finding WHERE subject = 'admb'").update();
	}

	@Test
	@DisplayName("Each can be read by anybody, on a phone too; a customer is found and made by keyboard; two versions stand side by side")
	void pages() {
		try (Browser browser = Browser.start();
				BrowserContext desk = browser.newContext("es-ES");
				BrowserContext phone = browser.newPhone("es-ES")) {
			Page wide = open(desk);
			Page narrow = open(phone);
			for (String path : PAGES) {
				String name = path.replaceAll("\\W+", "-").replaceAll("^-", "");
				clean(wide, path, "admin-" + name);
				clean(narrow, path, "admin-phone-" + name);
			}
			byKeyboard(wide);
			sideBySide(wide, narrow);
		}
	}

	private void byKeyboard(Page page) {
		page.navigate(address("/clientes/nuevo"));
		page.getByLabel("Código").first().focus();
		page.keyboard().type("a b");
		page.keyboard().press("Tab");
		page.keyboard().type("Faros Admb");
		page.keyboard().press("Enter");
		assertThat(page.locator("#code-wrong")).containsText("letras sin acentos");
		assertThat(page.locator("#code")).hasAttribute("aria-invalid", "true");
		picture(page, "admin-wrong");
		page.locator("#code").focus();
		page.keyboard().press("Control+A");
		page.keyboard().type("admb-2");
		page.keyboard().press("Enter");
		assertThat(page.getByRole(AriaRole.STATUS)).hasText("Guardado.");
		assertThat(page.url()).contains("/clientes/ADMB-2");
	}

	private void sideBySide(Page wide, Page narrow) {
		wide.navigate(address("/clientes/ADMB-1/editar"));
		narrow.navigate(address("/clientes/ADMB-1/editar"));
		narrow.locator("#name").fill("Astilleros Admb S. A.");
		narrow.locator("[name='c1.phone']").fill("600 999 999");
		narrow.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Guardar")).click();
		assertThat(narrow.getByRole(AriaRole.STATUS)).hasText("Guardado.");
		wide.locator("#tier").selectOption("SILVER");
		wide.locator("[name='c2.name']").fill("Ana Ruiz");
		wide.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Guardar")).click();
		assertThat(wide.getByRole(AriaRole.ALERT)).containsText("Otra persona ha cambiado este cliente");
		assertThat(wide.locator(".theirs").first()).hasText("Guardado ahora: Astilleros Admb S. A.");
		picture(wide, "admin-two-versions");
	}

	private Page open(BrowserContext visitor) {
		visitor.setExtraHTTPHeaders(Map.of("Authorization", "Basic "
				+ Base64.getEncoder().encodeToString(("admb-supervisor:" + CaseDriver.PASSWORD).getBytes(UTF_8))));
		return visitor.newPage();
	}

	private void clean(Page page, String path, String name) {
		page.navigate(address(path));
		picture(page, name);
	}

	private static void picture(Page page, String name) {
		Browser.picture(page.locator("body"), name);
		Browser.assertReadable(page, name);
		assertThat(Browser.rawLabels(page)).isEmpty();
	}

	private String address(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

}
