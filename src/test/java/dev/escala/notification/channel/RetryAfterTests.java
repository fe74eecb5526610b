package dev.escala.notification.channel;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	@ParameterizedTest
	@CsvSource(value = { "120 | PT2M", "0 | PT1S", "999999999 | PT1H", "Mon, 23 Nov 2026 09:05:00 GMT | PT5M",
			"Mon, 23 Nov 2026 08:00:00 GMT | PT1S", "Fri, 01 Jan 2100 00:00:00 GMT | PT1H", "soon |", "-5 |",
			"99999999999999 |", " | " }, delimiter = '|')
	@DisplayName("Seconds and dates count, from a second to an hour; what nobody can read does not")
	void reads(String header, Duration wait) {
		assertThat(RetryAfter.read(header, Instant.parse("2026-11-23T09:00:00Z"))).isEqualTo(wait);
	}

}
