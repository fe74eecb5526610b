package dev.escala.pursuit.figure;

/**
 * What became, until today, of the sales that began in a month. Each counts once in each
 * step, however often it came back to it, and the lost stay in the first.
 *
 * @param month for example {@code 2026-11}, or {@code Total}
 * @param began how many began
 * @param talked with how many somebody talked
 * @param appointed how many gave an appointment
 * @param opportunities how many asked for a quote
 * @param proposed how many got one
 * @param won how many were won
 * @param lost how many were lost, at whichever step
 * @param open how many may still be won
 */
public record Cohort(String month, long began, long talked, long appointed, long opportunities, long proposed, long won,
		long lost, long open) {
}
