package dev.escala.complaint.course;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("When the customer is asked whether it is solved, and when silence says so")
class JudgementTimesTests {

	@Test
	@DisplayName("A week and two weeks where nobody says otherwise")
	void usual() {
		assertThat(new JudgementTimes(null, null))
			.isEqualTo(new JudgementTimes(Duration.ofDays(7), Duration.ofDays(14)));
	}

	@Test
	@DisplayName("From a day to ninety; what lies outside stops the start, by its name")
	void bounds() {
		assertThat(new JudgementTimes(Duration.ofDays(1), Duration.ofDays(90)).silentAfter()).hasDays(90);
		assertThatIllegalArgumentException().isThrownBy(() -> new JudgementTimes(Duration.ofHours(23), null))
			.withMessageContaining("escala.complaints.judgement.ask-after")
			.withMessageContaining("P1D");
		assertThatIllegalArgumentException().isThrownBy(() -> new JudgementTimes(null, Duration.ofDays(91)))
			.withMessageContaining("escala.complaints.judgement.silent-after");
	}

}
