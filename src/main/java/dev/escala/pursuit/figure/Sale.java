package dev.escala.pursuit.figure;

import java.math.BigDecimal;
import java.time.Instant;

import dev.escala.pursuit.Capture;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.Strategy;
import dev.escala.reference.CaseNumber;

/**
 * One sale, from its beginning on: a prospect together with the opportunity that it
 * became, or an opportunity that began by itself. What was spam is none.
 *
 * @param number with which it began
 * @param last the number that it has now: that of the opportunity, once there is one
 * @param name whom it is about
 * @param strategy with which it began
 * @param capture by which channel it came
 * @param owner who answers for it now, or {@code null}
 * @param beganAt when it began
 * @param talkedAt when somebody was talked to first, or {@code null}
 * @param appointedAt when the first appointment was made, or {@code null}
 * @param opportunity whether it got as far as an opportunity
 * @param proposed whether a quote was sent
 * @param standing what its stage means now
 * @param stage what that stage is called
 * @param endedAt when it was won or lost, or {@code null} before
 * @param amount what was offered last, or {@code null}
 * @param currency of the amount, or {@code null}
 */
public record Sale(CaseNumber number, CaseNumber last, String name, Strategy strategy, Capture capture, String owner,
		Instant beganAt, Instant talkedAt, Instant appointedAt, boolean opportunity, boolean proposed,
		StageKind standing, String stage, Instant endedAt, BigDecimal amount, String currency) {

	boolean isWon() {
		return this.standing == StageKind.WON;
	}

	boolean isLost() {
		return this.standing == StageKind.LOST;
	}

	/** Whether it may still be won. */
	boolean isOpen() {
		return !isWon() && !isLost();
	}

}
