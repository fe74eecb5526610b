package dev.escala.access.login;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.OtherSettings;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a hash that takes a fifth of the memory that it takes in production, so that what
 * else differs between the two names would show all the more.
 */
@OtherSettings
class LoginTimeTests {

	private static final Logger log = LoggerFactory.getLogger(LoginTimeTests.class);

	private static final String KNOWN = "time-person";

	private static final int WARM_UP = 30;

	private static final int TRIES = 200;

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void forget() {
		ClockUtil.reset();
		this.identity.deleteUser(KNOWN);
		this.jdbc.sql("DELETE FROM counted_try").update();
	}

	@Test
	@DisplayName("A wrong password takes as long for a name that nobody has: medians of 200 tries in turn within 10 %")
	void namesCannotBeTold() {
		this.accounts.keep(KNOWN, "Tomás", "Rúa", "tomas@escala.example", "correct-Horse-7-battery", Role.AGENTS);
		Instant start = Instant.now();
		List<Long> known = new ArrayList<>();
		List<Long> unknown = new ArrayList<>();
		StaffClient knownName = StaffClient.basic(this.port, KNOWN, "guess");
		StaffClient unknownName = StaffClient.basic(this.port, "time-nobody", "guess");

		for (int i = 0; i < WARM_UP + TRIES; i++) {
			// Each try comes when nobody has to wait any more.
			ClockUtil.setCurrentTime(Date.from(start.plusSeconds(61L * i)));
			boolean turn = i % 2 == 0;
			long before = System.nanoTime();
			int status = (turn ? knownName : unknownName).send("GET", "/api/nothing").statusCode();
			long took = System.nanoTime() - before;
			assertThat(status).isEqualTo(401);
			if (i >= WARM_UP) {
				(turn ? known : unknown).add(took);
			}
		}

		double ratio = (double) median(known) / median(unknown);
		log.warn("Known {} ms, unknown {} ms, ratio {}", median(known) / 1e6, median(unknown) / 1e6, ratio);
		assertThat(ratio).isBetween(0.9, 1.1);
	}

	private static long median(List<Long> times) {
		Collections.sort(times);
		return times.get(times.size() / 2);
	}

}
