package dev.escala.timeline;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * One thing that happened to a case.
 *
 * @param happenedAt when
 * @param actor user id of the person who did it, the system or the customer
 * @param text one Spanish sentence
 */
public record TimelineEntry(Instant happenedAt, UserId actor, String text) {

}
