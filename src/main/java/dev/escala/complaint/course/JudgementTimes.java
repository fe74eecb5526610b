package dev.escala.complaint.course;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the customer is asked whether it is solved, and when silence says that it is.
 *
 * @param askAfter after the answer went out: they have read it by then, and have seen
 * what became of it; a week by default
 * @param silentAfter after they were asked; two weeks by default
 */
@ConfigurationProperties("escala.complaints.judgement")
public record JudgementTimes(Duration askAfter, Duration silentAfter) {

	private static final Duration SHORTEST = Duration.ofDays(1);

	private static final Duration LONGEST = Duration.ofDays(90);

	public JudgementTimes {
		askAfter = valid("ask-after", (askAfter == null) ? Duration.ofDays(7) : askAfter);
		silentAfter = valid("silent-after", (silentAfter == null) ? Duration.ofDays(14) : silentAfter);
	}

	private static Duration valid(String name, Duration time) {
		if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("escala.complaints.judgement." + name
					+ " must be between one day (P1D) and ninety days (P90D), not " + time);
		}
		return time;
	}

}
