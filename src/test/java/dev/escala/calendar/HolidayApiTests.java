package dev.escala.calendar;

import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Whoever asks over HTTP which days are worked reads what the law of the country says")
class HolidayApiTests {

	/**
	 * Rows of the reviewed list from which we depart on purpose, as {@code place/date}.
	 * There is none: whoever departs from a row writes it here, with the reason.
	 */
	private static final List<String> DEPARTED = List.of();

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	private ApiClient supervisor;

	@BeforeEach
	void login() {
		this.supervisor = ApiClient.of(this.port, this.identity, "calendar-supervisor", "supervisors");
	}

	@Test
	@DisplayName("Every row of the reviewed list, in 2025, 2026 and 2027")
	void rows() throws Exception {
		Map<String, List<CSVRecord>> places = reviewed().stream()
			.collect(Collectors.groupingBy(HolidayApiTests::place, TreeMap::new, Collectors.toList()));
		List<String> wrong = new ArrayList<>();
		places.forEach((place, rows) -> {
			Map<String, JsonNode> days = days(rows.get(0), List.of(2025, 2026, 2027));
			for (CSVRecord row : rows) {
				JsonNode day = days.get(row.get("date"));
				boolean free = day.path("minutes").asInt() == 0;
				// A free day says why; a worked one has nothing to say.
				if (free != row.get("status").equals("HOLIDAY") || free == day.path("note").isNull()) {
					wrong.add(place + "/" + row.get("date"));
				}
			}
		});

		assertThat(places).hasSizeGreaterThan(30);
		assertThat(wrong).containsExactlyInAnyOrderElementsOf(DEPARTED);
	}

	@Test
	@DisplayName("A year of which the decrees are not known says so on each of its days")
	void unconfirmed() throws Exception {
		CSVRecord madrid = reviewed().stream().filter((row) -> place(row).equals("es/md")).findFirst().orElseThrow();

		Map<String, JsonNode> days = days(madrid, List.of(2027, 2028));

		assertThat(days.get("2027-12-31").path("unconfirmed").asBoolean(true)).isFalse();
		assertThat(days.get("2028-01-03").path("unconfirmed").asBoolean()).isTrue();
	}

	/** The days of a calendar that follows the place and works each weekday. */
	private Map<String, JsonNode> days(CSVRecord place, List<Integer> years) {
		String region = place.get("region").isEmpty() ? "null" : "\"" + place.get("region") + "\"";
		Answer created = this.supervisor.post("/api/calendars", """
				{"code": "festivos", "name": "Festivos", "zone": "UTC", "hours": {"monday": ["09:00-17:00"],
				 "tuesday": ["09:00-17:00"], "wednesday": ["09:00-17:00"], "thursday": ["09:00-17:00"],
				 "friday": ["09:00-17:00"]}, "country": "%s", "region": %s}""".formatted(place.get("country"), region));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		try {
			Map<String, JsonNode> days = new TreeMap<>();
			for (int year : years) {
				this.supervisor.get("/api/calendars/festivos/days?from=" + year + "-01-01&to=" + year + "-12-31")
					.json()
					.forEach((day) -> days.put(day.path("date").asText(), day));
			}
			return days;
		}
		finally {
			this.supervisor.send("DELETE", "/api/calendars/festivos", BodyPublishers.noBody());
		}
	}

	private static List<CSVRecord> reviewed() throws Exception {
		try (Reader content = new InputStreamReader(HolidayApiTests.class.getResourceAsStream("/calendar/holidays.csv"),
				StandardCharsets.UTF_8)) {
			return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(content).getRecords();
		}
	}

	private static String place(CSVRecord row) {
		return row.get("region").isEmpty() ? row.get("country") : row.get("country") + "/" + row.get("region");
	}

}
