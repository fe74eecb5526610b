package dev.escala.staffing;

import java.util.Date;
import java.util.stream.Stream;

import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@EscalaTest
@DisplayName("What a client gets wrong about the staff is told by field")
class BadStaffingRequestTests {

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	private ApiClient agent;

	private ApiClient supervisor;

	@BeforeEach
	void staff() {
		this.agent = ApiClient.of(this.port, this.identity, "s-agente", "agents");
		this.supervisor = ApiClient.of(this.port, this.identity, "s-supervisor", "supervisors");
		ClockUtil.setCurrentTime(Date.from(Office.NOW));
	}

	@AfterEach
	void leaveNothing() {
		this.jdbc.sql("TRUNCATE absence, reporting_line, on_duty").update();
		ClockUtil.reset();
	}

	static Stream<Arguments> absences() {
		return Stream.of(arguments("{}", "from"), arguments("{}", "until"),
				arguments(body("25/11/2026", "2026-11-27"), "from"),
				arguments(body("2026-02-30", "2026-11-27"), "from"),
				arguments(body("2026-11-25T25:00", "2026-11-27"), "from"),
				arguments(body("2026-11-25T10:00Z", "2026-11-27"), "from"),
				arguments(body("2026-11-25", "+999999999-12-31"), "until"),
				arguments(body("2026-11-27", "2026-11-26"), "until"),
				arguments(body("2026-11-27T10:00", "2026-11-27T10:00"), "until"),
				arguments(body("2026-11-20", "2026-11-23"), "until"),
				arguments(body("2026-11-24T08:00", "2026-11-24T10:00"), "until"),
				arguments(body("2026-12-01", "2027-12-01"), "until"),
				arguments(body("2028-12-01", "2028-12-02"), "from"),
				arguments(body("9999-12-31", "9999-12-31"), "from"),
				arguments(body("2026-11-25", "2026-11-27\", \"deputy\": \"s-agente"), "deputy"),
				arguments(body("2026-11-25", "2026-11-27\", \"deputy\": \"nadie"), "deputy"),
				arguments(body("2026-11-25", "2026-11-27\", \"deputy\": \"\\u0000"), "deputy"),
				arguments(body("2026-11-25", "2026-11-27\", \"reason\": \"" + "x".repeat(201)), "reason"),
				arguments(body("2026-11-25", "2026-11-27\", \"color\": \"red"), "color"),
				arguments("{\"from\": 20261125, \"until\": \"2026-11-27\"}", "from"));
	}

	private static String body(String from, String until) {
		return "{\"from\": \"" + from + "\", \"until\": \"" + until + "\"}";
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("absences")
	@DisplayName("What is wrong with an absence is told by field")
	void refusesAbsences(String body, String field) {
		Answer answer = this.agent.post("/api/staff/s-agente/absences", body);

		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.fields()).as(answer.text()).contains(field);
		assertThat(this.jdbc.sql("SELECT count(*) FROM absence WHERE person_id LIKE 's-%'").query(Long.class).single())
			.isZero();
	}

	static Stream<Arguments> requests() {
		return Stream.of(arguments("PUT", "/api/staff/nadie/manager", "{\"manager\": \"s-gerente\"}", 404, ""),
				arguments("PUT", "/api/staff/s-agente/manager", "{\"manager\": \"nadie\"}", 400, "manager"),
				arguments("PUT", "/api/staff/s-agente/manager", "{\"manager\": \"s-agente\"}", 400, "manager"),
				arguments("PUT", "/api/staff/s-agente/manager", "{}", 400, "manager"),
				arguments("PUT", "/api/staff/s-agente/manager", "{\"manager\": [1]}", 400, "manager"),
				arguments("DELETE", "/api/staff/nadie/manager", "", 404, ""),
				arguments("PUT", "/api/staff/s-agente/on-duty", "{\"calendar\": \"nada\"}", 400, "calendar"),
				arguments("PUT", "/api/staff/nadie/on-duty", "{\"calendar\": null}", 404, ""),
				arguments("GET", "/api/staff/nadie", "", 404, ""), arguments("GET", "/api/staff/a%00b", "", 400, ""),
				arguments("GET", "/api/staff?size=0", "", 400, "size"),
				arguments("GET", "/api/staff?sort=email", "", 400, "sort"),
				arguments("GET", "/api/staff/nadie/absences", "", 404, ""),
				arguments("POST", "/api/staff/nadie/absences", body("2026-11-25", "2026-11-27"), 404, ""),
				arguments("DELETE", "/api/staff/s-agente/absences/1", "", 404, ""),
				arguments("DELETE", "/api/staff/s-agente/absences/x", "", 404, ""),
				arguments("GET", "/api/staff/s-agente/absences/99999999999999999999", "", 404, ""));
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource("requests")
	void refusesRequests(String method, String path, String body, int status, String field) {
		Answer answer = this.supervisor.send(method, path, body.isEmpty() ? noBody() : ofString(body), "Content-Type",
				"application/json");

		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		if (!field.isEmpty()) {
			assertThat(answer.fields()).contains(field);
		}
	}

}
