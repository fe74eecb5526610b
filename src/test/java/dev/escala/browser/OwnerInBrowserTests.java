package dev.escala.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.escala.access.Role;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Modeler;
import dev.escala.modelgate.replay.ReplayWorker;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole way of an edited table, as issue 16 wants to see it. */
@EscalaTest
@DisplayName("An owner changes a table")
class OwnerInBrowserTests {

	private static final String OLD = "El impacto es alto, pero no urge: gravedad moderada";

	private static final String NEW = "Con impacto alto, la gravedad es alta aunque no urja";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private ReplayWorker worker;

	private CaseDriver people;

	@BeforeEach
	void givenAnOwner() {
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person("ownb-owner", Role.PROCESS_OWNERS, Role.SUPERVISORS);
		if (this.customers.findByCode("OWNB-1").isEmpty()) {
			this.customers
				.create(new SaveCustomer("OWNB-1", "Imprenta del Owner", Tier.STANDARD, "es", List.of(), List.of()));
		}
	}

	/** What others find in force is what Escala brings. */
	@AfterEach
	void asBefore() {
		this.engine.getRepositoryService()
			.createDeploymentQuery()
			.list()
			.stream()
			.filter((one) -> one.getName() != null && one.getName().matches("ownb .*|Vuelta a la .*: ownb .*"))
			.forEach((one) -> this.engine.getRepositoryService().deleteDeployment(one.getId()));
		this.engine.getIdentityService().deleteUser("ownb-owner");
	}

	@Test
	@DisplayName("She sees on past decisions what would change, deploys it, sees the next case explained by the new rule, and goes back with one click: the case after that is decided as before")
	void theWholeWay() throws IOException {
		CaseNumber before = report();
		ModelFile edited = edited();
		try (Browser browser = Browser.start(); BrowserContext desk = browser.newContext("es-ES")) {
			Page page = desk.newPage();
			Browser.login(page, this.port, "/modelos/repeticion", "ownb-owner", CaseDriver.PASSWORD);
			page.getByLabel("Archivo .dmn")
				.setInputFiles(new FilePayload(edited.name(), "application/octet-stream", edited.content()));
			page.getByLabel("Cuántas decisiones").fill("1");
			button(page, "Repetir");
			assertThat(page.locator("h1")).hasText("Repetición de escalation-severity.dmn");
			this.worker.run();
			page.reload();
			assertThat(page.getByText("Cambian 1 de 1 decisiones")).isVisible();
			assertThat(page.getByLabel("Las diferencias")).containsText(before.value());
			Browser.picture(page, "owner-replay");

			var sent = Modeler.deploy(StaffClient.basic(this.port, "ownb-owner", CaseDriver.PASSWORD),
					"ownb Impacto alto", Map.of(), List.of(edited));
			assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
			explained(page, report(), NEW, "owner-new-rule");

			page.navigate("http://127.0.0.1:" + this.port + "/modelos/vigentes/tabla/escalationSeverity");
			assertThat(page.locator(".versions li").first()).containsText("por ownb-owner: ownb Impacto alto");
			page.locator(".versions li").nth(1).getByText("Volver a esta versión").click();
			page.locator(".versions li").nth(1).getByLabel("Por qué se vuelve").fill("ownb Demasiadas urgencias");
			button(page, "Ponerla en vigor");
			assertThat(page.getByRole(AriaRole.STATUS)).containsText("Está en vigor de nuevo");
			Browser.picture(page, "owner-back");
			explained(page, report(), OLD, "owner-old-rule");
		}
	}

	private void explained(Page page, CaseNumber number, String rule, String picture) {
		page.navigate("http://127.0.0.1:" + this.port + "/casos/" + number);
		page.locator("#decisiones > summary").click();
		assertThat(page.locator("#decisiones")).containsText(rule);
		assertThat(page.locator("#decisiones")).not().containsText(rule.equals(NEW) ? OLD : NEW);
		Browser.picture(page, picture);
	}

	private static void button(Page page, String name) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
			.locator("visible=true")
			.click();
	}

	private CaseNumber report() {
		return this.people.report("agente", Forms.with(Forms.report("OWNB-1"), "impact", "HIGH", "urgency", "LOW"));
	}

	private static ModelFile edited() throws IOException {
		String table = Files.readString(Path.of("dmn", "escalation-severity.dmn"));
		int rule = table.indexOf("rule_severity_moderateWhenHighImpactNotUrgent");
		String changed = table.substring(0, rule).replaceFirst("versionTag=\"[^\"]+", "versionTag=\"9.1.0-ownb")
				+ table.substring(rule).replaceFirst(OLD, NEW).replaceFirst("\"MODERATE\"", "\"HIGH\"");
		return new ModelFile("escalation-severity.dmn", changed.getBytes(StandardCharsets.UTF_8));
	}

}
