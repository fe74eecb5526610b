package dev.escala.modelgate.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.replay.ReplayRun.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.support.AtOnce;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("An edited table is tried on decisions of the past")
class ReplayTests {

	private static final UserId OWNER = new UserId("propietario");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Replays replays;

	@Autowired
	private ReplayWorker worker;

	@Autowired
	private Decisions decisions;

	@Autowired
	private HistoryService history;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void backToNow() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("It tells which decisions would differ and how, and writes no decision")
	void differences() throws IOException {
		decide("ESC-REP-1", "HIGH");
		decide("ESC-REP-2", "LOW");
		decide("ESC-REP-3", "MODERATE");
		long recorded = recorded();
		long kept = this.history.createHistoricDecisionInstanceQuery().count();

		ReplayRun run = this.replays.startLatest(edited("transfer-limit", "<text>3</text>", "<text>4</text>"), 3,
				OWNER);
		assertThat(run.status()).isEqualTo(Status.RUNNING);
		assertThat(run.percent()).isZero();
		this.worker.run();

		ReplayRun done = this.replays.get(run.id());
		assertThat(done.status()).isEqualTo(Status.DONE);
		assertThat(done.percent()).isEqualTo(100);
		assertThat(List.of(done.done(), done.differing())).containsExactly(3L, 2L);
		assertThat(this.replays.followUps(run.id(), 10)).extracting(FollowUp::sentence)
			.containsExactly("En 2 casos, «Traspasos permitidos» habría pasado de 3 a 4.");
		assertThat(this.replays.differences(run.id(), 0, 10)).extracting(ReplayDifference::number)
			.containsExactly(new CaseNumber("ESC-REP-2"), new CaseNumber("ESC-REP-3"));
		assertThat(this.replays.differences(run.id(), 0, 1)).singleElement().satisfies((one) -> {
			assertThat(one.inputs()).isEqualTo("Gravedad: LOW");
			assertThat(one.before()).isEqualTo("Traspasos permitidos: 3");
			assertThat(one.after()).isEqualTo("Traspasos permitidos: 4");
		});
		assertThat(recorded()).isEqualTo(recorded);
		assertThat(this.history.createHistoricDecisionInstanceQuery().count()).isEqualTo(kept);
	}

	@Test
	@DisplayName("The table as it is changes nothing, also over a period")
	void unchanged() throws IOException {
		Instant before = ClockUtil.getCurrentTime().toInstant().minusSeconds(1);
		decide("ESC-REP-4", "HIGH");

		ReplayRun run = this.replays.startPeriod(edited("transfer-limit", "x", "x"), before,
				before.plus(Duration.ofHours(1)), OWNER);
		this.worker.run();

		ReplayRun done = this.replays.get(run.id());
		assertThat(done.status()).isEqualTo(Status.DONE);
		assertThat(done.done()).isPositive().isEqualTo(done.extent().count());
		assertThat(done.differing()).isZero();
	}

	@Test
	@DisplayName("Two nodes at once try nothing twice and leave nothing out")
	void twoNodes() throws Exception {
		this.jdbc.sql("""
				INSERT INTO decision_record (case_number, decided_at, decision, version, inputs, matches)
				SELECT 'ESC-MANY-' || n, now(), 'transferLimit', 1, '{"severity":"LOW"}',
				  '[{"ruleId":"r","reason":"","outputs":{"transfers":3}}]' FROM generate_series(1, 2600) n
				""").update();
		ReplayRun run = this.replays.startLatest(edited("transfer-limit", "<text>3</text>", "<text>9</text>"), 2600,
				OWNER);

		while (this.replays.get(run.id()).status() == Status.RUNNING) {
			AtOnce.call(this::work, this::work);
		}

		ReplayRun done = this.replays.get(run.id());
		assertThat(List.of(done.done(), done.differing())).containsExactly(2600L, 2600L);
		assertThat(this.replays.followUps(run.id(), 1)).extracting(FollowUp::cases).containsExactly(2600L);
		this.jdbc.sql("DELETE FROM decision_record WHERE case_number LIKE 'ESC-MANY-%'").update();
	}

	private Void work() {
		this.worker.run();
		return null;
	}

	@Test
	@DisplayName("A shorter service level: cases that would have gone up a level")
	void levels() throws IOException {
		CaseDriver people = people();
		CaseNumber number = people.report("agente", Forms.report("REPITE"));
		ClockUtil.offset(Duration.ofMinutes(20).toMillis());
		people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());

		// In hours of the day and the night: whoever tests in the evening has no working
		// minute.
		ReplayRun run = this.replays.startLatest(edited("service-levels",
				"(?s)(rule_serviceLevels_acknowledgementWhen\\w+\"?>.*?)\"PT\\d+[HM]\"(.*?)\"(?:WORKING|ELAPSED)\"",
				"$1\"PT1M\"$2\"ELAPSED\""), 12, OWNER);
		this.worker.run();

		assertThat(this.replays.get(run.id()).status()).isEqualTo(Status.DONE);
		assertThat(this.replays.followUps(run.id(), 10)).extracting(FollowUp::sentence)
			.contains("1 caso habría subido a nivel 2 por incumplir «Acuse».");
	}

	@Test
	@DisplayName("What could not be deployed is not tried, and says why")
	void refused() throws IOException {
		decide("ESC-REP-5", "LOW");
		refuse(edited("transfer-limit", "<text>3</text>", "<text>tres</text>"),
				"La tabla no se podría desplegar. Tabla «Cuántos traspasos son demasiados», regla 2, columna «Traspasos "
						+ "permitidos»: «tres» lee una variable llamada tres, que nadie da");
		refuse(edited("transfer-limit", "<outputEntry id=\"outputEntry_transferLimit_others_transfers\"",
				"$0 expressionLanguage=\"groovy\""), "La tabla usa el lenguaje groovy, y solo se admite FEEL.");
		ModelFile wide = edited("transfer-limit", "<outputEntry id=\"outputEntry_transferLimit_others_transfers\"",
				"$0 expressionLanguage=\"juel\"");
		refuse(new ModelFile(wide.name(),
				new String(wide.content(), StandardCharsets.UTF_8).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
					.getBytes(StandardCharsets.UTF_16)),
				"La tabla usa el lenguaje juel");
		refuse(new ModelFile("a.dmn", "hola".getBytes(StandardCharsets.UTF_8)),
				"El archivo no se puede leer como DMN.");
		refuse(new ModelFile("a.txt", new byte[] { 1 }), "Elija un archivo .dmn de dos megas como mucho.");
		refuse(edited("transfer-limit", "\"transferLimit\"", "\"nadieDecide\""),
				"No hay ninguna decisión anotada de nadieDecide con la que repetir.");
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.replays.startLatest(edited("transfer-limit", "x", "x"), 0, OWNER))
			.withMessageContaining("Escriba entre 1 y 100000 decisiones.");
	}

	private void refuse(ModelFile file, String message) {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.replays.startLatest(file, 10, OWNER))
			.withMessageContaining(message);
	}

	@Test
	@DisplayName("In the browser: a file, its progress, what would have followed, a file for spreadsheets")
	void page() throws IOException {
		people();
		decide("ESC-REP-6", "LOW");
		try (Browser browser = Browser.start(); BrowserContext visitor = browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			Browser.login(page, this.port, "/modelos/repeticion", "propietario", CaseDriver.PASSWORD);
			page.locator("#file")
				.setInputFiles(new FilePayload("limite.dmn", "text/xml",
						edited("transfer-limit", "<text>3</text>", "<text>\"tres\"</text>").content()));
			page.getByText("Repetir", new Page.GetByTextOptions().setExact(true)).last().click();
			assertThat(page.locator("#file-wrong")).containsText("«\"tres\"» no es del tipo de la columna");
			Browser.picture(page, "replay-refused");

			page.locator("#file")
				.setInputFiles(new FilePayload("limite.dmn", "text/xml",
						edited("transfer-limit", "<text>3</text>", "<text>7</text>").content()));
			page.locator("input[name=last]").fill("1");
			page.locator("form[enctype] button").click();
			assertThat(page.locator(".state")).hasText("En curso");
			assertThat(page.locator("progress")).isVisible();
			Browser.picture(page, "replay-running");

			this.worker.run();
			page.getByText("Ver por dónde va").click();

			assertThat(page.locator(".state")).hasText("Terminada");
			assertThat(page.locator(".follows")).hasText("En 1 caso, «Traspasos permitidos» habría pasado de 3 a 7.");
			assertThat(page.locator("tbody tr")).containsText("Traspasos permitidos: 7");
			Browser.picture(page, "replay-result");
			Browser.assertReadable(page, "replay-result");
			String csv = page.request().get(page.url() + "/diferencias.csv").text();
			assertThat(csv).startsWith("\uFEFF\"Caso\";\"Decidido\";\"Tabla\"")
				.contains("\"ESC-REP-6\"")
				.contains("\"Traspasos permitidos: 7\"");
			page.setViewportSize(390, 844);
			Browser.picture(page, "replay-result-phone");
			page.navigate("http://127.0.0.1:" + this.port + "/modelos/repeticion");
			Browser.picture(page, "replay-form-phone");
			Browser.assertReadable(page, "replay-form");
		}
	}

	private CaseDriver people() {
		CaseDriver people = new CaseDriver(this.engine);
		people.staff();
		people.person("propietario", Role.PROCESS_OWNERS);
		if (this.customers.findByCode("REPITE").isEmpty()) {
			this.customers.create(new SaveCustomer("REPITE", "Clínica Repetida", Tier.GOLD, "es",
					List.of(new Customer.Contact("Compras", "repite@cliente.example", null, true)), List.of()));
		}
		return people;
	}

	private void decide(String number, String severity) {
		this.decisions.decide(new CaseNumber(number), "transferLimit", Map.of("severity", severity));
	}

	private long recorded() {
		return this.jdbc.sql("SELECT count(*) FROM decision_record").query(Long.class).single();
	}

	/** A table of ours in which something is written otherwise. */
	private static ModelFile edited(String name, String pattern, String replacement) throws IOException {
		String text = Files.readString(Path.of("dmn", name + ".dmn")).replaceAll(pattern, replacement);
		return new ModelFile(name + ".dmn", text.getBytes(StandardCharsets.UTF_8));
	}

}
