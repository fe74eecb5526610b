package dev.escala.architecture;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing happens unheard. */
class EventSourceTests {

	@Test
	@DisplayName("Every event that is published has a listener, and is made where it is published")
	void everyEventIsHeard() {
		EventSources sources = EventSources.below(Path.of("src", "main", "java", "dev", "escala"), (file) -> true);

		assertThat(sources.published()).contains("MatterEnded", "PromiseBroken").hasSizeGreaterThan(10);
		assertThat(sources.heard()).contains("MatterEnded", "PromiseBroken");
		assertThat(sources.unheard()).isEmpty();
	}

	@Test
	@DisplayName("An event without a listener, and one that is made elsewhere, are found")
	void breachIsFound() {
		EventSources fixture = EventSources.below(
				Path.of("src", "test", "java", "dev", "escala", "architecture", "fixtures"),
				(file) -> file.equals("PublishesUnheard.java"));

		assertThat(fixture.published()).containsExactly("Heard", "Unheard", "unknown");
		assertThat(fixture.unheard()).containsExactly("Unheard", "unknown");
	}

}
