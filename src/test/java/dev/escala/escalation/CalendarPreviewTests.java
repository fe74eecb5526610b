package dev.escala.escalation;

import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Who changes a calendar sees which deadlines move before anything is saved")
class CalendarPreviewTests extends RecalculationStory {

	private static int names;

	@LocalServerPort
	private int port;

	private PageForms supervisor;

	private String calendar;

	private CaseNumber number;

	/**
	 * Of an hour a day: on Tuesday afternoon three clocks of a case of Monday still run.
	 */
	@BeforeEach
	void givenACaseOfATeamThatWorksAnHourADay() {
		this.supervisor = new PageForms(StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD));
		this.calendar = "vista-previa-" + (++names);
		this.calendars.create(week(this.calendar, "19:00-20:00"));
		this.assignments.assignTeam(this.calendar, "technology");
		this.number = reported(customer(Tier.STANDARD));
		this.serviceLevels.meet(this.number, ServiceClock.FIRST_NOTICE);
		this.jdbc.sql("DELETE FROM recalculation").update();
		CaseDriver.travelTo(MONDAY_AT_TEN.plus(Duration.ofHours(29)));
	}

	@AfterEach
	void theTeamWorksAsBefore() {
		this.jdbc.sql("DELETE FROM calendar_team WHERE group_id = 'technology'").update();
	}

	@Test
	@DisplayName("New hours: how many would be due now, each with both dates and its new term; then they are saved")
	void hours() {
		Document form = this.supervisor.open("/calendarios/" + this.calendar + "/editar");
		long version = version();

		Document preview = this.supervisor.send(form, "form.card", workingHours());

		assertThat(preview.select("[role=status]").text()).contains(
				"Se moverían 4 plazos. 3 plazos vencerían ahora: en " + "su lugar tendrán un plazo nuevo y corto.",
				"Todavía no se ha guardado nada");
		assertThat(preview.select("tbody tr").eachText()).hasSize(4)
			.filteredOn((row) -> row.contains("Respuesta"))
			.singleElement()
			.asString()
			.contains(this.number.value(), "26 nov", "20:00", "23 nov", "14:00", "Vencería ahora: plazo nuevo",
					"hasta el", "24 nov", "19:00");
		assertThat(version()).isEqualTo(version);
		assertThat(this.recalculations.progress().waiting()).isZero();

		Document saved = this.supervisor.send(preview, "form.card", "seen", "yes");

		assertThat(saved.text()).contains("Guardado. Los plazos abiertos que cuentan con él se recalculan");
		assertThat(version()).isGreaterThan(version);
		this.worker.run();
		assertThat(due(this.number, ServiceClock.ANSWER)).as("what the preview said").isEqualTo("2026-11-24T18:00:00Z");
	}

	@Test
	@DisplayName("The same for spreadsheets and programs; a change that moves nothing is saved without a question")
	void fileAndApi() throws Exception {
		Document form = this.supervisor.open("/calendarios/" + this.calendar + "/editar");
		Document preview = this.supervisor.send(form, "form.card", workingHours());
		StaffClient client = StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD);

		String file = this.supervisor.send(preview, "form.card", "file", "csv").wholeText();
		var moved = client.json("POST", "/api/calendars/" + this.calendar + "/teams/technology/preview?withdraw=true",
				"{}");

		assertThat(file).contains("Caso", "Vencería", this.number.value(), "2026-11-26 20:00", "2026-11-24 19:00");
		assertThat(moved.statusCode()).isEqualTo(200);
		assertThat(moved.body()).contains("\"dueNow\":3", this.number.value(), "FRESH_TERM", "plazos vencerían ahora");
		assertThat(this.recalculations.progress().waiting()).isZero();
		Document day = this.supervisor.send(this.supervisor.open("/calendarios/" + this.calendar),
				"form[action$=/dias]", "date", "2027-08-16", "dayName", "Inventario");
		assertThat(day.text()).contains("El día está añadido");
	}

	@Test
	@DisplayName("A team that leaves a calendar, and a day that is added: the same question")
	void teamAndDay() {
		Document page = this.supervisor.open("/calendarios/" + this.calendar);

		Document day = this.supervisor.send(page, "form[action$=/dias]", "date", "2026-11-25", "dayName", "Fiesta");
		Document team = this.supervisor.send(page, "li:contains(Tecnología) form");

		assertThat(day.select("h1").text()).isEqualTo("Antes de añadir el día");
		assertThat(day.select("tbody tr").eachText()).isNotEmpty().allMatch((row) -> row.contains("Se mueve"));
		assertThat(team.select("[role=status]").text()).contains("3 plazos vencerían ahora");
		Document done = this.supervisor.send(team, "form.card", "seen", "yes");
		assertThat(done.text()).contains("Retirado.");
		assertThat(assignedTeams()).isEmpty();
	}

	@Test
	@DisplayName("The page can be read, also on a telephone")
	void page() {
		try (Browser browser = Browser.start(); BrowserContext visitor = browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			Browser.login(page, this.port, "/calendarios/" + this.calendar + "/editar", "supervisor",
					CaseDriver.PASSWORD);
			String[] hours = workingHours();
			for (int i = 0; i < hours.length; i += 2) {
				page.locator("[name='" + hours[i] + "']").fill(hours[i + 1]);
			}
			page.getByText("Guardar", new Page.GetByTextOptions().setExact(true)).click();

			assertThat(page.locator("main h1").innerText()).isEqualTo("Antes de cambiar el horario");
			Browser.picture(page, "calendar-preview");
			Browser.assertReadable(page, "calendar-preview");
			page.setViewportSize(390, 844);
			Browser.picture(page, "calendar-preview-phone");
			page.getByText("Guardar y mover 4 plazos").click();
			assertThat(page.locator("[role=status]").innerText()).startsWith("Guardado.");
		}
	}

	private List<String> assignedTeams() {
		return this.jdbc.sql("SELECT group_id FROM calendar_team WHERE calendar_code = ?")
			.param(this.calendar)
			.query(String.class)
			.list();
	}

	private long version() {
		return this.calendars.find(this.calendar).orElseThrow().version();
	}

	private static String[] workingHours() {
		return new String[] { "hours.monday", "08:00-20:00", "hours.tuesday", "08:00-20:00", "hours.wednesday",
				"08:00-20:00", "hours.thursday", "08:00-20:00", "hours.friday", "08:00-20:00" };
	}

}
