package dev.escala.text;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Durations as people say them. */
class DurationsTests {

	@Test
	@DisplayName("Hours and minutes; seconds only where there is nothing else")
	void text() {
		assertThat(Durations.text(Duration.ofMinutes(270))).isEqualTo("4 h 30 min");
		assertThat(Durations.text(Duration.ofHours(49))).isEqualTo("49 h");
		assertThat(Durations.text(Duration.ofSeconds(61))).isEqualTo("1 min");
		assertThat(Durations.text(Duration.ofSeconds(59))).isEqualTo("59 s");
		assertThat(Durations.text(Duration.ZERO)).isEqualTo("0 s");
	}

}
