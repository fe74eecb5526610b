package dev.escala.calendar;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.Problems;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A calendar that was saved with what nobody knows any more")
class OutdatedCalendarTests {

	private static final String PATH = "/api/calendars/antiguo";

	private static final String ANTIGUO = """
			{"code": "antiguo", "name": "Equipo antiguo", "zone": "Atlantic/Canary",
			 "hours": {"monday": ["09:00-14:00"], "friday": ["09:00-14:00"]}, "country": "es", "region": "cn",
			 "days": [{"date": "2026-12-24", "name": "Nochebuena"}]}""";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Calendars calendars;

	@Autowired
	private OutdatedCalendars check;

	@Autowired
	private JdbcClient jdbc;

	private ApiClient supervisor;

	@BeforeEach
	void givenACalendar() {
		forget();
		this.supervisor = ApiClient.of(this.port, this.identity, "calendar-supervisor", "supervisors");
		assertThat(this.supervisor.post("/api/calendars", ANTIGUO).status()).isEqualTo(201);
	}

	@AfterEach
	void forget() {
		this.jdbc.sql("DELETE FROM calendar WHERE code = 'antiguo'").update();
	}

	@Test
	@DisplayName("counts the holidays of the country for a region that got another name, and the log says so")
	void renamedRegion(CapturedOutput output) {
		assertThat(this.check.find()).isEmpty();
		becomes("region", "\"canarias-de-antes\"");

		WorkingCalendar calendar = this.calendars.find("antiguo").orElseThrow();

		assertThat(calendar.day(LocalDate.parse("2026-12-25")).note()).isEqualTo("Navidad");
		assertThat(calendar.isPublicHoliday(LocalDate.parse("2025-05-30"))).as("Día de Canarias").isFalse();
		assertThat(output.getOut().lines())
			.anyMatch((line) -> line.contains("ERROR") && line.contains("antiguo") && line.contains("region"));
		assertThat(this.check.find()).singleElement().satisfies((trouble) -> {
			assertThat(trouble.subject()).isEqualTo("antiguo");
			assertThat(trouble.text()).startsWith(
					"El calendario «Equipo antiguo» (antiguo) ya no es válido: No se conoce esa región de España.");
		});
		assertThat(this.supervisor.get("/api/calendars").status()).isEqualTo(200);
		assertThat(this.supervisor.get(PATH + "/days").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("is read, corrected and deleted over HTTP")
	void corrected() {
		becomes("region", "\"canarias-de-antes\"");
		Answer read = this.supervisor.get(PATH);
		assertThat(read.status()).as(read.text()).isEqualTo(200);
		ObjectNode calendar = (ObjectNode) read.json().path("calendar");
		assertThat(calendar.path("region").asText()).isEqualTo("canarias-de-antes");

		Problems.assertProblem(this.supervisor.put(PATH, calendar.toString()), 400, "region");
		Answer changed = this.supervisor.put(PATH, calendar.put("region", "cn").toString());

		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(this.check.find()).isEmpty();
		assertThat(this.calendars.find("antiguo").orElseThrow().isPublicHoliday(LocalDate.parse("2025-05-30")))
			.isTrue();
		becomes("region", "\"canarias-de-antes\"");
		assertThat(this.supervisor.send("DELETE", PATH, BodyPublishers.noBody()).status()).isEqualTo(204);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "zone | \"Atlantic/Atlantis\"", "country | \"xx\"",
					"hours | {\"monday\": [\"9 a 5\", \"10:00-11:00\"]}",
					"days | [{\"date\": \"1999-12-31\", \"name\": \"x\"}, {\"date\": \"ayer\", \"name\": \"x\"}]",
					"days | null", "hours | null", "zone | null" })
	@DisplayName("counts without whatever else is not known, and is found")
	void anythingElse(String field, String value) {
		becomes(field, value);

		WorkingCalendar calendar = this.calendars.find("antiguo").orElseThrow();

		assertThat(calendar.openOn(LocalDate.parse("2026-11-23")))
			.hasSize(field.equals("hours") && value.equals("null") ? 0 : 1);
		assertThat(this.supervisor.get(PATH).status()).isEqualTo(200);
		assertThat(this.check.find()).hasSize(value.equals("null") && field.equals("days") ? 0 : 1);
	}

	/** As if the calendar had been saved by a version that knew this value. */
	private void becomes(String field, String value) {
		this.jdbc
			.sql("UPDATE calendar SET version = nextval('calendar_version'), "
					+ "definition = jsonb_set(definition, ARRAY[?], ?::jsonb) WHERE code = 'antiguo'")
			.params(field, value)
			.update();
	}

}
