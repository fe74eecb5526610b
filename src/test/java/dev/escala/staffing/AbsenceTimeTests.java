package dev.escala.staffing;

import java.util.Date;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Absences are written in the organisation's time")
class AbsenceTimeTests {

	private static final String CALENDAR = "/api/calendars/organizacion";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Availability availability;

	private ApiClient supervisor;

	@BeforeEach
	void staff() {
		this.jdbc.sql("TRUNCATE absence, reporting_line, on_duty").update();
		this.supervisor = ApiClient.of(this.port, this.identity, "s-supervisor", "supervisors");
		ApiClient.of(this.port, this.identity, "s-agente", "agents");
		ClockUtil.setCurrentTime(Date.from(Office.NOW));
	}

	@AfterEach
	void leaveNothing() {
		this.jdbc.sql("TRUNCATE absence, reporting_line, on_duty").update();
		ClockUtil.reset();
	}

	@Test
	@DisplayName("Whoever edits the zone of the organisation's calendar moves nobody's days")
	void editedCalendar() {
		String zone = zone("America/Bogota");
		try {
			Answer noted = absence("2026-11-25", "2026-11-25");

			assertThat(noted.status()).as(noted.text()).isEqualTo(201);
			ClockUtil.setCurrentTime(Date.from(Office.at("2026-11-25T00:00")));
			assertThat(this.availability.isAvailable(new UserId("s-agente"))).isFalse();
			ClockUtil.setCurrentTime(Date.from(Office.at("2026-11-26T00:00")));
			assertThat(this.availability.isAvailable(new UserId("s-agente"))).isTrue();
		}
		finally {
			zone(zone);
		}
		assertThat(this.supervisor.get("/api/staff/s-agente/absences").json().at("/items/0/from").asText())
			.isEqualTo("2026-11-25");
	}

	@Test
	@DisplayName("A time that a change of the clocks leaves out is refused; one that it repeats is the first")
	void changeOfTheClocks() {
		Answer from = absence("2027-03-28T02:30", "2027-03-30");
		Answer until = absence("2027-03-27", "2027-03-28T02:00");

		assertThat(from.status()).as(from.text()).isEqualTo(400);
		assertThat(from.fields()).containsExactly("from");
		assertThat(from.text()).contains("Esa hora no existe en Europe/Madrid");
		assertThat(until.status()).as(until.text()).isEqualTo(400);
		assertThat(until.fields()).containsExactly("until");
		assertThat(absence("2027-03-28T01:59", "2027-03-28T03:00").status()).isEqualTo(201);
		assertThat(absence("2027-10-31T02:30", "2027-10-31T03:00").status()).isEqualTo(201);
		assertThat(this.jdbc.sql("SELECT max(starts_at) = timestamptz '2027-10-31 02:30+02' FROM absence")
			.query(Boolean.class)
			.single()).isTrue();
	}

	/** Changes the zone of the organisation's calendar; returns the one of before. */
	private String zone(String zone) {
		ObjectNode calendar = (ObjectNode) this.supervisor.get(CALENDAR).json().path("calendar");
		String before = calendar.path("zone").asText();
		Answer changed = this.supervisor.put(CALENDAR, calendar.put("zone", zone).toString());
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		return before;
	}

	private Answer absence(String from, String until) {
		return this.supervisor.post("/api/staff/s-agente/absences",
				"{\"from\": \"" + from + "\", \"until\": \"" + until + "\"}");
	}

}
