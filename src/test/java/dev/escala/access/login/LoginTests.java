package dev.escala.access.login;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.limit.Counter;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@ExtendWith(OutputCaptureExtension.class)
class LoginTests {

	private static final Logger log = LoggerFactory.getLogger(LoginTests.class);

	private static final String PASSWORD = "correct-Horse-7-battery";

	private static final String OWNER = "log-owner";

	private static final int GUESSES = 600;

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	private RememberedLogins remembered;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void givenNobodyTried() {
		forget();
		this.accounts.keep(OWNER, "Olga", "Prado", "olga@escala.example", PASSWORD, Role.AGENTS);
	}

	@AfterEach
	void forget() {
		ClockUtil.reset();
		this.identity.clearAuthentication();
		this.identity.deleteUser(OWNER);
		this.jdbc.sql("DELETE FROM counted_try").update();
		this.jdbc.sql("DELETE FROM known_place").update();
		this.remembered.clear();
	}

	@Test
	@DisplayName("While somebody guesses ten times a second for a minute, the owner gets in at the first try from a "
			+ "browser that was used before, and the guesser is slowed at both doors")
	void ownerGetsInWhileSomebodyGuesses() {
		String mark = StaffClient.session(this.port, OWNER, PASSWORD).cookie(KnownPlaces.COOKIE).orElseThrow();
		this.jdbc.sql("DELETE FROM counted_try").update();
		Instant start = Instant.now();
		StaffClient tool = StaffClient.basic(this.port, OWNER, "guess");
		StaffClient page = StaffClient.anonymous(this.port);
		int checked = 0;
		int owners = 0;

		for (int i = 0; i < GUESSES; i++) {
			ClockUtil.setCurrentTime(Date.from(start.plusMillis(100L * i)));
			HttpResponse<String> guess = (i % 2 == 0) ? tool.send("GET", "/api/nothing") : page.login(OWNER, "guess");
			assertThat(guess.statusCode()).isEqualTo(401);
			checked += retryAfter(guess).isEmpty() ? 1 : 0;
			if (i % 100 == 99) {
				this.remembered.clear();
				StaffClient owner = StaffClient.anonymous(this.port).withCookie(KnownPlaces.COOKIE, mark);
				owners += (owner.login(OWNER, PASSWORD).statusCode() == 200) ? 1 : 0;
			}
		}

		// Figures are told.
		log.warn("{} of {} guesses in a minute were looked at; the owner got in {} times of 6", checked, GUESSES,
				owners);
		assertThat(owners).isEqualTo(6);
		assertThat(checked).isBetween(5, 10);
		// whoever is not known waits, with the right password too, and is told how long
		HttpResponse<String> stranger = StaffClient.anonymous(this.port).login(OWNER, PASSWORD);
		assertThat(stranger.statusCode()).isEqualTo(401);
		assertThat(retryAfter(stranger)).hasValueSatisfying((seconds) -> assertThat(seconds).isBetween(1, 60));
	}

	@Test
	@DisplayName("Who has to wait reads so at the engine's door for tools too, and not that the password is wrong")
	void toldAtTheEngine() {
		guess(OWNER, 6);

		HttpResponse<String> waiting = StaffClient.basic(this.port, OWNER, PASSWORD)
			.send("GET", "/engine-rest/process-definition/count");

		assertThat(waiting.statusCode()).isEqualTo(401);
		assertThat(waiting.body()).contains("demasiados intentos", "\"message\"");
		assertThat(waiting.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying((challenge) -> assertThat(challenge).startsWith("Basic"));
	}

	@Test
	@DisplayName("The mark of one person's browser spares nobody else a wait, and a made-up one nobody")
	void marksBelongToOnePerson() {
		this.accounts.keep("log-other", "Oto", "Vera", "oto@escala.example", PASSWORD, Role.AGENTS);
		try {
			String others = StaffClient.session(this.port, "log-other", PASSWORD)
				.cookie(KnownPlaces.COOKIE)
				.orElseThrow();
			guess(OWNER, 6);

			assertThat(StaffClient.anonymous(this.port)
				.withCookie(KnownPlaces.COOKIE, others)
				.login(OWNER, PASSWORD)
				.statusCode()).isEqualTo(401);
			assertThat(StaffClient.anonymous(this.port)
				.withCookie(KnownPlaces.COOKIE, "A".repeat(43))
				.login(OWNER, PASSWORD)
				.statusCode()).isEqualTo(401);
			assertThat(StaffClient.anonymous(this.port)
				.withCookie(KnownPlaces.COOKIE, others)
				.login("log-other", PASSWORD)
				.statusCode()).isEqualTo(200);
		}
		finally {
			this.identity.deleteUser("log-other");
		}
	}

	@Test
	@DisplayName("Whoever guesses in the owner's browser waits there too")
	void marksAreLimited() {
		String mark = StaffClient.session(this.port, OWNER, PASSWORD).cookie(KnownPlaces.COOKIE).orElseThrow();
		StaffClient browser = StaffClient.anonymous(this.port).withCookie(KnownPlaces.COOKIE, mark);

		for (int i = 0; i < 5; i++) {
			assertThat(retryAfter(browser.login(OWNER, "guess"))).isEmpty();
		}

		assertThat(retryAfter(browser.login(OWNER, "guess"))).isPresent();
	}

	@Test
	@DisplayName("The mark is for the browser alone: no script reads it, no other page sends it, and it is new for "
			+ "whoever is new in a browser")
	void markIsProtected() {
		StaffClient browser = StaffClient.anonymous(this.port).withCookie(KnownPlaces.COOKIE, "B".repeat(43));

		HttpResponse<String> login = browser.login(OWNER, PASSWORD);

		assertThat(login.headers().allValues("Set-Cookie")).filteredOn((cookie) -> cookie.contains(KnownPlaces.COOKIE))
			.singleElement()
			.satisfies(
					(cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=15552000")
						.doesNotContain("B".repeat(43)));
		assertThat(this.jdbc.sql("SELECT count(*) FROM known_place WHERE user_id = ?")
			.param(OWNER)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	@DisplayName("Sixty names from one address are slowed, whether they exist or not")
	void manyNamesFromOneAddress() {
		int checked = 0;

		for (int i = 0; i < 60; i++) {
			String name = (i == 3) ? OWNER : "log-nobody-" + i;
			checked += retryAfter(StaffClient.basic(this.port, name, "guess").send("GET", "/api/nothing")).isEmpty() ? 1
					: 0;
		}

		assertThat(checked).isBetween(30, 41);
		HttpResponse<String> known = StaffClient.basic(this.port, OWNER, "guess").send("GET", "/api/nothing");
		HttpResponse<String> unknown = StaffClient.basic(this.port, "log-no", "guess").send("GET", "/api/nothing");
		assertThat(known.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
		assertThat(retryAfter(known)).isPresent();
		assertThat(retryAfter(unknown)).isPresent();
		assertThat(unknown.body()).contains("Demasiados intentos", "Vuelva a intentarlo dentro de");
	}

	@Test
	@DisplayName("A tool that came from here before is not slowed by what strangers elsewhere do with its name")
	void toolFromKnownAddress() {
		StaffClient.basic(this.port, OWNER, PASSWORD).send("GET", "/api/nothing");
		this.jdbc.sql("DELETE FROM counted_try").update();
		this.jdbc.sql("INSERT INTO counted_try (kind, key, tries, last_at) VALUES ('login-name', ?, 40, now())")
			.param(new Counter(null, OWNER).stored())
			.update();
		this.remembered.clear();

		assertThat(StaffClient.basic(this.port, OWNER, PASSWORD).send("GET", "/api/nothing").statusCode())
			.isEqualTo(404);
		this.jdbc.sql("DELETE FROM known_place").update();
		this.remembered.clear();
		assertThat(StaffClient.basic(this.port, OWNER, PASSWORD).send("GET", "/api/nothing").statusCode())
			.isEqualTo(401);
	}

	@Test
	@DisplayName("Every check of a password counts, also those that the engine's REST API makes for somebody who is "
			+ "logged in")
	void everyDoorCounts() {
		StaffClient staff = StaffClient.basic(this.port, OWNER, PASSWORD);
		String path = "/engine-rest/user/" + OWNER + "/credentials";
		String guess = "{\"password\": \"%s\", \"authenticatedUserPassword\": \"guess\"}".formatted(PASSWORD);

		for (int i = 0; i < 5; i++) {
			assertThat(retryAfter(staff.json("PUT", path, guess))).isEmpty();
		}

		assertThat(retryAfter(staff.json("PUT", path, guess))).isPresent();
	}

	@Test
	@DisplayName("A failed login leaves one line with name and address, whatever was typed, and never the password")
	void oneLine(CapturedOutput output) {
		StaffClient.basic(this.port, "log-x\u2028\" ERROR", "top-Secret-guess").send("GET", "/api/nothing");
		StaffClient.anonymous(this.port).login("log-y\nERROR", "top-Secret-guess");

		assertThat(output.getAll().lines().filter((line) -> line.contains("Login failed"))).hasSize(2)
			.anySatisfy((line) -> assertThat(line).endsWith("user \"log-x?? ERROR\" from 127.0.0.1"))
			.anySatisfy((line) -> assertThat(line).endsWith("user \"log-y?ERROR\" from 127.0.0.1"));
		assertThat(output).doesNotContain("top-Secret-guess");
	}

	@Test
	@DisplayName("Unlocking a person ends the waits that others caused")
	void unlock() {
		this.jdbc.sql("INSERT INTO counted_try (kind, key, tries, last_at) VALUES ('login-name', ?, 40, now())")
			.param(new Counter(null, OWNER).stored())
			.update();

		this.identity.unlockUser(OWNER);

		assertThat(StaffClient.basic(this.port, OWNER, PASSWORD).send("GET", "/api/nothing").statusCode())
			.isEqualTo(404);
	}

	private void guess(String user, int times) {
		for (int i = 0; i < times; i++) {
			StaffClient.basic(this.port, user, "guess").send("GET", "/api/nothing");
		}
	}

	private static Optional<Integer> retryAfter(HttpResponse<String> answer) {
		return answer.headers().firstValue("Retry-After").map(Integer::valueOf);
	}

}
