package dev.escala.review;

import java.time.LocalDate;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What became of a review is known when its 90 days are over in what we know of purchases")
class HindsightTests {

	@Test
	@DisplayName("The day on which the 90 days end is the first on which it is known")
	void known() {
		LocalDate until = LocalDate.of(2011, 12, 10);

		assertThat(of(until, LocalDate.of(2011, 9, 11)).isKnown()).isTrue();
		assertThat(of(until, LocalDate.of(2011, 9, 12)).isKnown()).isFalse();
		assertThat(of(LocalDate.EPOCH, LocalDate.of(2011, 1, 1)).isKnown()).as("no purchases at all").isFalse();
	}

	@Test
	@DisplayName("Shares are of those who were flagged and of those who left; of nobody there is none")
	void shares() {
		Hindsight some = new Hindsight(LocalDate.EPOCH, LocalDate.EPOCH, 10, 4, 6, 3, 2, 1);
		Hindsight none = new Hindsight(LocalDate.EPOCH, LocalDate.EPOCH, 0, 0, 0, 0, 0, 0);

		assertThat(some)
			.extracting(Hindsight::precision, Hindsight::recall, Hindsight::plainPrecision, Hindsight::plainRecall)
			.containsExactly(50L, 75L, 50L, 25L);
		assertThat(none).extracting(Hindsight::precision, Hindsight::recall, Hindsight::isTooEarly)
			.containsExactly(-1L, -1L, true);
	}

	private static Hindsight of(LocalDate until, LocalDate month) {
		return new Hindsight(until, month.plusDays(Hindsight.DAYS), 1, 0, 0, 0, 0, 0);
	}

}
