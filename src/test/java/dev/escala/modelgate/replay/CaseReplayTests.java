package dev.escala.modelgate.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.modelgate.ModelFile;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("Every decision of a case is taken again with edited tables")
class CaseReplayTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private CaseReplays replays;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	private CaseDriver people;

	private CaseNumber number;

	@BeforeEach
	void givenACaseThatWasTakenOver() {
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person("propietario", Role.PROCESS_OWNERS);
		if (this.customers.findByCode("REPCASO").isEmpty()) {
			this.customers.create(new SaveCustomer("REPCASO", "Talleres Repetidos", Tier.GOLD, "es",
					List.of(new Customer.Contact("Compras", "repcaso@cliente.example", null, true)), List.of()));
		}
		this.number = this.people.report("agente", Forms.report("REPCASO"));
		CaseDriver.travel(Duration.ofMinutes(40));
		this.people.complete(this.number, "tecnologia", "userTask_takeOver", Forms.takeOver());
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("Another severity: its rule and why, and the dates that it would have meant, in words; nothing is written")
	void severity() throws IOException {
		long recorded = records();

		CaseReplay replay = this.replays.replay(this.number, List.of(severe()));

		assertThat(replay.differing()).as("when it was reported, and when somebody took it over").isEqualTo(2);
		assertThat(replay.summary()).isEqualTo("Cambian 2 de 2 decisiones");
		assertThat(replay.steps()).filteredOn(CaseStep::differs).allSatisfy((step) -> {
			assertThat(step.before()).singleElement()
				.satisfies((answer) -> assertThat(answer.text()).endsWith(": HIGH"));
			assertThat(step.after()).singleElement().satisfies((answer) -> {
				assertThat(answer.text()).endsWith(": CRITICAL");
				assertThat(answer.ruleId()).startsWith("rule_");
				assertThat(answer.reason()).isNotBlank();
			});
		});
		assertThat(replay.steps().size()).isGreaterThan((int) replay.again());
		assertThat(replay.follows()).first().isEqualTo("La gravedad habría sido crítica, no alta.");
		assertThat(replay.follows()).filteredOn((line) -> line.contains("«Acuse»"))
			.singleElement()
			.asString()
			.startsWith("El plazo «Acuse» habría vencido el ")
			.contains("10:30", "11:00")
			.endsWith(", y se habría incumplido.");
		assertThat(records()).isEqualTo(recorded);
	}

	@Test
	@DisplayName("Two edited tables count together: the severity of one asks the service levels of the other")
	void together() throws IOException {
		ModelFile levels = edited("service-levels",
				"(?s)(rule_serviceLevels_acknowledgementWhenCritical\"?>.*?)\"PT30M\"", "$1\"PT15M\"");

		CaseReplay both = this.replays.replay(this.number, List.of(severe(), levels));
		CaseReplay one = this.replays.replay(this.number, List.of(levels));

		assertThat(both.follows()).anyMatch((line) -> line.contains("«Acuse»") && line.contains("10:15"));
		assertThat(one.differing()).as("it was no critical case").isZero();
		assertThat(one.follows()).isEmpty();
	}

	@Test
	@DisplayName("What cannot be tried says so: no case, no table, the same table twice, a table that the gate refuses")
	void refused() throws IOException {
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.replays.replay(new CaseNumber("ESC-2020-000001"), List.of(severe())));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.replays.replay(this.number, List.of()))
			.withMessageContaining("Elija entre uno y 20 archivos");
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.replays.replay(this.number, List.of(severe(), severe())))
			.withMessageContaining("está en dos de los archivos");
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.replays.replay(this.number,
					List.of(edited("escalation-severity", "<text>\"CRITICAL\"</text>", "<text>CRITICAL</text>"))))
			.withMessageContaining("escalation-severity.dmn")
			.withMessageContaining("no se podría desplegar");
	}

	@Test
	@DisplayName("On the page: what is wrong beside its field, then the case in words and decision by decision")
	void page() throws IOException {
		try (Browser browser = Browser.start(); BrowserContext visitor = browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			Browser.login(page, this.port, "/modelos/repeticion", "propietario", CaseDriver.PASSWORD);
			page.getByText("repetir un caso entero").click();
			FilePayload file = new FilePayload("gravedad.dmn", "text/xml", severe().content());
			page.locator("#number").fill("ESC-2020-000001");
			page.locator("#files").setInputFiles(file);
			page.getByText("Repetir el caso").click();
			assertThat(page.locator("#number-wrong").innerText()).contains("ESC-2020-000001");

			page.locator("#number").fill(this.number.value().toLowerCase(Locale.ROOT));
			page.locator("#files").setInputFiles(file);
			page.getByText("Repetir el caso").click();

			assertThat(page.locator(".follows").innerText()).contains("La gravedad habría sido crítica, no alta.");
			assertThat(page.locator("td.after").allInnerTexts()).hasSize(2)
				.allMatch((text) -> text.contains("CRITICAL") && text.contains("Regla: "));
			Browser.picture(page, "replay-case");
			Browser.assertReadable(page, "replay-case");
			page.setViewportSize(390, 844);
			Browser.picture(page, "replay-case-phone");
		}
	}

	private long records() {
		return this.jdbc.sql("SELECT count(*) FROM decision_record").query(Long.class).single();
	}

	private static ModelFile severe() throws IOException {
		return edited("escalation-severity", "<text>\"HIGH\"</text>(\\s*</outputEntry>)",
				"<text>\"CRITICAL\"</text>$1");
	}

	private static ModelFile edited(String name, String pattern, String replacement) throws IOException {
		String text = Files.readString(Path.of("dmn", name + ".dmn")).replaceAll(pattern, replacement);
		return new ModelFile(name + ".dmn", text.getBytes(StandardCharsets.UTF_8));
	}

}
