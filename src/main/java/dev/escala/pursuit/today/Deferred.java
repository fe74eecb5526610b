package dev.escala.pursuit.today;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A contact that somebody puts off.
 *
 * @param number the prospect or opportunity
 * @param company whom it is with
 * @param owner who has it, or {@code null}
 * @param times how often it was put off
 * @param until to which day
 * @param said with which words the last time, or {@code null}
 */
public record Deferred(CaseNumber number, String company, UserId owner, int times, Instant until, String said) {
}
