package dev.escala.escalation;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;
import dev.escala.calendar.year.ConfirmYears;
import dev.escala.clock.ServiceClock;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("An official calendar is taken over from its file, after looking at what it would move")
class OfficialCalendarTests extends RecalculationStory {

	private static final String ICS = """
			BEGIN:VCALENDAR
			VERSION:2.0
			PRODID:-//Ayuntamiento//ES
			BEGIN:VEVENT
			UID:1
			DTSTART;VALUE=DATE:20261124
			DTEND;VALUE=DATE:20261125
			SUMMARY:Fiesta local\\, primer día
			END:VEVENT
			BEGIN:VEVENT
			UID:2
			DTSTART;VALUE=DATE:20201125
			RRULE:FREQ=YEARLY
			SUMMARY:Patrona
			END:VEVENT
			BEGIN:VEVENT
			UID:3
			DTSTART;VALUE=DATE:20261126
			STATUS:CANCELLED
			SUMMARY:Suprimida
			END:VEVENT
			BEGIN:VEVENT
			UID:4
			DTSTART:20261127T100000
			SUMMARY:Pregón
			END:VEVENT
			BEGIN:VEVENT
			UID:5
			DTSTART;VALUE=DATE:20271126
			SUMMARY:De otro año
			END:VEVENT
			END:VCALENDAR
			""";

	@LocalServerPort
	private int port;

	@Autowired
	private ConfirmYears years;

	private ApiClient supervisor;

	@BeforeEach
	void login() {
		this.supervisor = ApiClient.of(this.port, this.engine.getIdentityService(), "official-supervisor",
				"supervisors");
	}

	@AfterEach
	void nobodyIsAsked() {
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("calendarYear")
			.list()
			.forEach((asked) -> this.engine.getRuntimeService().deleteProcessInstance(asked.getId(), "over"));
	}

	@Test
	@DisplayName("The preview names days and deadlines and changes nothing; taking it over does exactly that, once")
	void ics() {
		String served = customerWithCalendar();
		String path = "/api/calendars/" + calendarOf(served) + "/official-days";
		CaseNumber number = reported(served);
		Instant before = deadline(number, ServiceClock.RESOLUTION).dueAt();

		JsonNode preview = ok(ics(path + "/preview?year=2026", ICS));

		assertThat(names(preview.path("added"))).containsExactly("2026-11-24 Fiesta local, primer día",
				"2026-11-25 Patrona");
		assertThat(preview.path("ignored")).singleElement()
			.satisfies((one) -> assertThat(one.asText()).isEqualTo("«Pregón» no dura días enteros."));
		JsonNode resolution = StreamSupport.stream(preview.path("moved").spliterator(), false)
			.filter((one) -> one.path("clock").asText().equals("Resolución"))
			.findFirst()
			.orElseThrow();
		assertThat(resolution.path("number").asText()).isEqualTo(number.value());
		assertThat(Instant.parse(resolution.path("before").asText())).isEqualTo(before);
		assertThat(preview.path("movedTotal").asInt()).isEqualTo(preview.path("moved").size());
		assertThat(this.worker.run()).as("only looked at").isZero();
		assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo(before);

		Problems.assertProblem(ics(path + "?year=2026", ICS), 400, "version");
		Problems.assertProblem(ics(path + "?year=2026&version=" + (preview.path("version").asLong() - 1), ICS), 409);
		ok(ics(path + "?year=2026&version=" + preview.path("version").asLong(), ICS));
		Problems.assertProblem(ics(path + "?year=2026&version=" + preview.path("version").asLong(), ICS), 409);
		this.worker.run();

		assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt())
			.isEqualTo(Instant.parse(resolution.path("after").asText()))
			.isAfter(before);
		JsonNode again = ok(ics(path + "/preview?year=2026", ICS));
		assertThat(again.path("added")).isEmpty();
		assertThat(again.path("moved")).isEmpty();
	}

	@Test
	@DisplayName("Where file and calendar agree on the year it is confirmed, and a holiday of one alone keeps it open")
	void csv() {
		String served = customerWithCalendar();
		String code = calendarOf(served);
		String path = "/api/calendars/" + code + "/official-days";
		List<String> open = List.of(LONG_DAY);
		edit(new SaveCalendar(code, "Sevilla", "Europe/Madrid",
				new WeekHours(open, open, open, open, open, List.of(), List.of()), "es", "an", List.of()));
		this.years.ask();
		assertThat(asked(code)).isEqualTo(1);

		JsonNode some = ok(this.supervisor.postCsv(path + "/preview?year=2027",
				bytes("fecha;nombre\n24/06/2027;San Juan\nayer;Nada\n")));
		assertThat(names(some.path("added"))).containsExactly("2027-06-24 San Juan");
		assertThat(names(some.path("onlyHere"))).contains("2027-01-06 Epifanía del Señor");
		assertThat(some.path("ignored")).hasSize(1);
		assertThat(some.path("agrees").asBoolean(true)).isFalse();

		StringBuilder all = new StringBuilder("fecha,nombre\n2027-06-24,San Juan\n");
		some.path("onlyHere").forEach((day) -> all.append(day.path("date").asText()).append(",Festivo\n"));
		JsonNode full = ok(this.supervisor.postCsv(path + "/preview?year=2027", bytes(all.toString())));
		assertThat(full.path("agrees").asBoolean()).isTrue();
		assertThat(asked(code)).isEqualTo(1);
		ok(this.supervisor.postCsv(path + "?year=2027&version=" + full.path("version").asLong(),
				bytes(all.toString())));

		JsonNode day = ok(this.supervisor.get("/api/calendars/" + code + "/days?from=2027-06-24&to=2027-06-24"))
			.path(0);
		assertThat(day.path("note").asText()).isEqualTo("San Juan");
		assertThat(day.path("unconfirmed").asBoolean(true)).isFalse();
		assertThat(asked(code)).as("nobody has to confirm it any more").isZero();
	}

	@Test
	@DisplayName("What cannot be read is refused with its field, and who may not change calendars may not import")
	void refused() {
		String path = "/api/calendars/organizacion/official-days/preview";

		for (String bad : List.of("hola", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2027\nEND:VEVENT\n", "")) {
			Problems.assertProblem(ics(path + "?year=2027", bad), 400, "file");
		}
		Problems.assertProblem(this.supervisor.postCsv(path + "?year=2027", bytes("dia\n1\n")), 400, "file");
		for (String year : List.of("", "?year=27", "?year=1999", "?year=ayer")) {
			Problems.assertProblem(ics(path + year, ICS), 400, "year");
		}
		Problems.assertProblem(ics("/api/calendars/nada/official-days/preview?year=2027", ICS), 404);
		ApiClient agent = ApiClient.of(this.port, this.engine.getIdentityService(), "official-agent", "agents");
		Problems.assertProblem(agent.postCsv(path + "?year=2027", bytes("fecha,nombre\n")), 403);
	}

	private Answer ics(String path, String content) {
		return this.supervisor.send("POST", path, BodyPublishers.ofString(content), "Content-Type", "text/calendar");
	}

	private static JsonNode ok(Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static List<String> names(JsonNode days) {
		return StreamSupport.stream(days.spliterator(), false)
			.map((day) -> day.path("date").asText() + " " + day.path("name").asText())
			.collect(Collectors.toList());
	}

	private long asked(String code) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.taskDefinitionKey("userTask_confirmYear")
			.processVariableValueEquals("calendarCode", code)
			.count();
	}

}
