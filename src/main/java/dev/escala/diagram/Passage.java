package dev.escala.diagram;

import java.time.Duration;
import java.time.Instant;

/**
 * How a process went through one of its elements.
 *
 * @param element id in the model
 * @param times how often it got there
 * @param since when it got there last
 * @param spent how long it was there altogether, without what runs
 * @param running whether it is there now
 */
public record Passage(String element, int times, Instant since, Duration spent, boolean running) {
}
