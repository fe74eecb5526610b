package dev.escala.handover.standin;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A task that is not with the person whose it is.
 *
 * @param id rises with each move
 * @param taskId the task
 * @param number the case
 * @param taskName what the task is called
 * @param meant whose it is, or {@code null} where it is the group's and nobody of it is
 * there
 * @param holder who has it meanwhile, or {@code null} where its groups share it
 * @param linked whether the holder, or else Supervisión, can take it only because of this
 * @param because why, in Spanish
 * @param since when it moved
 * @param told whether whoever has it now knows
 */
record StandIn(long id, String taskId, CaseNumber number, String taskName, UserId meant, UserId holder, boolean linked,
		String because, Instant since, boolean told) {
}
