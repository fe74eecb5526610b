package dev.escala.policy;

import dev.escala.clock.count.Target;

/**
 * Who answers a request, and how long that may take.
 *
 * @param groupId the group
 * @param acknowledge how soon it says that it has it (000-27)
 * @param decide how soon it answers (000-28)
 * @param reason why, in Spanish
 */
public record Route(String groupId, Target acknowledge, Target decide, String reason) {
}
