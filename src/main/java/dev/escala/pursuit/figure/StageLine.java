package dev.escala.pursuit.figure;

/**
 * How long a stage takes.
 *
 * @param kind prospect or opportunity, in Spanish
 * @param stage its name
 * @param reached how many of the period's cohort ever reached it, each once
 * @param took how long those that left it for the last time in the period had been in it,
 * all their stays together
 * @param still how many stand in it now
 */
public record StageLine(String kind, String stage, long reached, Days took, long still) {
}
