package dev.escala.pursuit.figure;

import java.time.YearMonth;

import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Strategy;

/**
 * The calls that one person made in one month.
 *
 * @param by who called
 * @param talks calls in which somebody answered, those with an appointment included
 * @param appointments calls that ended with an appointment
 * @param minutes of all of them, those that nobody answered included
 */
record CallCount(YearMonth month, Strategy strategy, Capture capture, String by, long talks, long appointments,
		long minutes) {
}
