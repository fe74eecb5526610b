package dev.escala.followup;

import java.time.Instant;

/**
 * What the table {@code followUpPolicy} says of something that ended.
 *
 * @param call whether somebody calls
 * @param dueAt by when, counted from the end
 * @param caller who
 * @param channel by which way
 * @param weeks in how many weeks the customer is not called twice, whatever it was
 * @param attempts after how many tries without an answer nobody tries any more
 * @param retry how long one waits before the next, ISO 8601
 * @param retryCounting how that counts, a name of {@link dev.escala.clock.count.Counting}
 * @param reason the annotation of the rule
 */
public record FollowUpRule(boolean call, Instant dueAt, FollowUpCaller caller, FollowUpChannel channel, int weeks,
		int attempts, String retry, String retryCounting, String reason) {
}
