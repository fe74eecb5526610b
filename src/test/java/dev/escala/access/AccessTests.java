package dev.escala.access;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTests {

	private static final String PASSWORD = "correct horse ñ 7";

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	private Map<String, StaffClient> callers;

	@BeforeAll
	void givenCallers() {
		this.accounts.keep("acc-agent", "Ana", "Ruiz", "ana@escala.example", PASSWORD, Role.AGENTS);
		this.accounts.keep("acc-admin", "Eva", "Gil", "eva@escala.example", PASSWORD, Role.ADMINISTRATORS);
		this.accounts.keep("acc-guessed", "Paz", "Sol", "paz@escala.example", PASSWORD, Role.AGENTS);
		this.callers = Map.of("nobody", StaffClient.anonymous(this.port), "wrong password",
				StaffClient.basic(this.port, "acc-guessed", "guess"), "basic",
				StaffClient.basic(this.port, "acc-agent", PASSWORD), "session",
				StaffClient.session(this.port, "acc-agent", PASSWORD), "admin",
				StaffClient.basic(this.port, "acc-admin", PASSWORD), "admin session",
				StaffClient.session(this.port, "acc-admin", PASSWORD));
	}

	@AfterAll
	void removeCallers() {
		this.identity.deleteUser("acc-agent");
		this.identity.deleteUser("acc-admin");
		this.identity.deleteUser("acc-guessed");
	}

	@ParameterizedTest(name = "{0} {1} by {2} gives {3}")
	@CsvSource({
			// what everybody may see
			"GET, /, nobody, 401", "GET, /login, nobody, 200", "GET, /actuator/health, nobody, 200",
			"GET, /camunda, nobody, 302", "GET, /camunda/app/tasklist/default/, nobody, 200",
			"GET, /camunda/app/welcome/default/, nobody, 200",
			"GET, /camunda/app/tasklist/scripts/config.js, nobody, 200",
			"GET, /camunda/app/tasklist/locales/en.json, nobody, 200", "GET, /camunda/lib/deps.js, nobody, 200",
			"GET, /camunda/api/admin/auth/user/default, nobody, 404",
			// health tells nobody details; the rest of actuator is for administrators
			"GET, /actuator/health/db, nobody, 401", "GET, /actuator, nobody, 401", "GET, /actuator/info, nobody, 401",
			"GET, /actuator/info, basic, 403", "GET, /actuator/info, admin, 200", "GET, /actuator/env, nobody, 401",
			"GET, /actuator/env, admin, 404", "GET, /actuator/health/liveness, nobody, 200",
			"GET, /actuator/health/readiness, nobody, 200", "GET, /actuator/prometheus, nobody, 401",
			"GET, /actuator/prometheus, basic, 403", "GET, /actuator/prometheus, session, 401",
			"GET, /actuator/prometheus, admin, 200",
			// the engine's REST API
			"GET, /engine-rest, nobody, 401", "GET, /engine-rest/engine, nobody, 401",
			"GET, /engine-rest/engine/, nobody, 401", "GET, /engine-rest/version, nobody, 401",
			"GET, /engine-rest/engine/default/task, nobody, 401", "POST, /engine-rest/identity/verify, nobody, 401",
			"GET, /engine-rest/task, wrong password, 401", "GET, /engine-rest/task, session, 401",
			"GET, /engine-rest/task?maxResults=9, basic, 200", "GET, /engine-rest/task?maxResults=9, admin, 200",
			// the same API again, for Camunda's pages
			"GET, /camunda/api/engine/engine/, nobody, 200", "GET, /camunda/api/engine/engine, nobody, 401",
			"GET, /camunda/api/engine/engine/default/task, nobody, 401",
			"GET, /camunda/api/engine/engine/default/identity/password-policy, nobody, 401",
			"POST, /camunda/api/engine/engine/default/identity/password-policy, nobody, 401",
			"GET, /camunda/api/engine/version, nobody, 401",
			"GET, /camunda/api/engine/engine/default/user, nobody, 401", "GET, /camunda-welcome, nobody, 404",
			"GET, /camunda/api/engine/engine/default/task, basic, 401",
			"GET, /camunda/api/engine/engine/default/task?maxResults=9, session, 200",
			"GET, /camunda/api/engine/engine/, session, 200",
			"GET, /camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=false&maxResults=100, session, 200",
			"GET, /camunda/api/admin/plugin/license/default/check-key, nobody, 401",
			"GET, /camunda/api/tasklist/plugin, nobody, 401",
			// creating the first administrator
			"POST, /camunda/api/admin/setup/default/user/create, nobody, 404",
			"POST, /camunda/api/admin/setup/default/user/create, admin session, 404",
			"GET, /camunda/api/admin/setup/default/anything, nobody, 404",
			"POST, /camunda/api/admin/%73etup/default/user/create, nobody, 404",
			"POST, /camunda/api/admin;a=b/setup/default/user/create, nobody, 400",
			"POST, /camunda/api/admin//setup/default/user/create, nobody, 400",
			// our own API and pages
			"GET, /api/nothing, nobody, 401", "POST, /api/nothing, nobody, 401", "GET, /api/nothing, basic, 404",
			"GET, /api/nothing, session, 404", "GET, /api/nothing, wrong password, 401",
			"POST, /api/nothing, basic, 404", "POST, /api/nothing, session, 403", "DELETE, /api/nothing, session, 403",
			"GET, /v3/api-docs, nobody, 401", "GET, /v3/api-docs, basic, 200", "GET, /v3/api-docs, session, 200",
			"GET, /v3/api-docs.yaml, nobody, 401", "GET, /v3/api-docs/swagger-config, nobody, 401",
			"GET, /buzon, nobody, 401", "GET, /buzon/anything, nobody, 401",
			// anything else
			"GET, /error, nobody, 404", "GET, /webjars/camunda/app/tasklist/index.html, nobody, 404",
			"GET, /nothing, nobody, 404", "POST, /, nobody, 401" })
	void answersOnlyTo(String method, String path, String caller, int status) {
		assertThat(this.callers.get(caller).send(method, path).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest(name = "{0} by {1} is a page with {2}")
	@CsvSource({ "/no-existe, nobody, 404", "/no-existe, session, 404", "/camunda/app/cockpit/default/, session, 403" })
	@DisplayName("Who opens an address in a browser that is not there, or not theirs, reads a page in Spanish")
	void pagesOfErrors(String path, String caller, int status) {
		HttpResponse<String> page = this.callers.get(caller).send("GET", path, "Accept", "text/html");

		assertThat(page.statusCode()).isEqualTo(status);
		assertThat(page.body()).contains((status == 403) ? "Sin permiso" : "No hay ninguna página", "lang=\"es\"")
			.doesNotContain("Whitelabel", "Forbidden", "Not Found");
	}

	@Test
	@DisplayName("A session may write with the token that it was given as a cookie")
	void csrfToken() {
		StaffClient session = StaffClient.session(this.port, "acc-agent", PASSWORD);
		session.send("GET", "/api/nothing");
		String token = session.cookie("ESCALA-XSRF-TOKEN").orElseThrow();

		assertThat(session.send("POST", "/api/nothing", "X-ESCALA-XSRF-TOKEN", token).statusCode()).isEqualTo(404);
		assertThat(session.send("POST", "/api/nothing", "X-ESCALA-XSRF-TOKEN", "x" + token).statusCode())
			.isEqualTo(403);
		// Camunda's own token opens nothing of ours
		assertThat(session.send("POST", "/api/nothing", "X-XSRF-TOKEN", session.cookie("XSRF-TOKEN").orElse(""))
			.statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("Camunda's own CSRF protection stays on")
	void camundaCsrf() {
		StaffClient session = StaffClient.session(this.port, "acc-agent", PASSWORD);

		assertThat(session.json("POST", "/camunda/api/engine/engine/default/task/count", "{}").statusCode())
			.isEqualTo(403);
	}

	@Test
	@DisplayName("A header that only looks like a login does not switch the token off")
	void bogusAuthorization() {
		StaffClient session = StaffClient.session(this.port, "acc-agent", PASSWORD);

		assertThat(session.send("POST", "/api/nothing", "Authorization", "Bearer x").statusCode()).isEqualTo(403);
		assertThat(session.send("POST", "/api/nothing", "Authorization", "Basic").statusCode()).isEqualTo(401);
		assertThat(session.send("POST", "/api/nothing", "Authorization", "Basic !!!").statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("Refusals are problems in Spanish, with a challenge for tools and none for scripts")
	void problems() {
		HttpResponse<String> unknown = this.callers.get("nobody").send("GET", "/api/nothing");
		HttpResponse<String> script = this.callers.get("nobody").send("GET", "/api/nothing", "Sec-Fetch-Mode", "cors");
		HttpResponse<String> forbidden = this.callers.get("session").send("POST", "/api/nothing");

		assertThat(unknown.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(unknown.body()).contains("Hace falta iniciar sesión", "\"status\":401")
			.doesNotContain("instance", "about:blank");
		assertThat(unknown.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
		assertThat(script.statusCode()).isEqualTo(401);
		assertThat(script.headers().firstValue("WWW-Authenticate")).isEmpty();
		assertThat(forbidden.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(forbidden.body()).contains("Recargue la página", "\"status\":403");
	}

	@Test
	@DisplayName("Health says that it is up and nothing more")
	void health() {
		assertThat(this.callers.get("nobody").send("GET", "/actuator/health").body())
			.isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "' OR 1=1 --", "\uD83D\uDE00", "*" })
	@DisplayName("A strange name is a wrong name, not an error of ours")
	void strangeNames(String name) {
		assertThat(StaffClient.basic(this.port, name, "x").send("GET", "/api/nothing").statusCode()).isEqualTo(401);
		assertThat(StaffClient.basic(this.port, "x".repeat(5000), "x").send("GET", "/api/nothing").statusCode())
			.isEqualTo(401);
	}

	@Test
	@DisplayName("A person who is deleted is out at once, open session or not")
	void deletedUser() {
		this.accounts.keep("acc-leaver", "Leo", "Paz", "leo@escala.example", PASSWORD, Role.AGENTS);
		StaffClient session = StaffClient.session(this.port, "acc-leaver", PASSWORD);
		assertThat(session.send("GET", "/api/nothing").statusCode()).isEqualTo(404);

		this.identity.deleteUser("acc-leaver");

		assertThat(session.send("GET", "/api/nothing").statusCode()).isEqualTo(401);
		assertThat(session.send("GET", "/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("Many wrong passwords slow a person down, and never lock anyone out for good")
	void throttle() {
		this.accounts.keep("acc-locked", "Lía", "Mar", "lia@escala.example", PASSWORD, Role.AGENTS);
		try {
			StaffClient right = StaffClient.basic(this.port, "acc-locked", PASSWORD);
			StaffClient wrong = StaffClient.basic(this.port, "acc-locked", "guess");
			Instant now = Instant.now();

			for (int i = 0; i < 40; i++) {
				ClockUtil.setCurrentTime(Date.from(now.plusSeconds(61L * i)));
				assertThat(wrong.send("GET", "/api/nothing").statusCode()).isEqualTo(401);
			}
			assertThat(right.send("GET", "/api/nothing").statusCode()).isEqualTo(401);
			ClockUtil.setCurrentTime(Date.from(now.plusSeconds(61L * 40)));

			assertThat(right.send("GET", "/api/nothing").statusCode()).isEqualTo(HttpStatus.NOT_FOUND.value());
		}
		finally {
			ClockUtil.reset();
			this.identity.deleteUser("acc-locked");
			// What was counted for the address that all tests come from.
			this.jdbc.sql("DELETE FROM counted_try").update();
		}
	}

}
