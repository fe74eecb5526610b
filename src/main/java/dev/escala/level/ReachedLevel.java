package dev.escala.level;

import dev.escala.reference.UserId;

/**
 * A level of the hierarchy that a case reached.
 *
 * @param level 2 or 3
 * @param groupId the group that may attend to it
 * @param personId the person who has it, or {@code null} where the group shares it
 * @param wantedId the person who was meant to have it and whose superior has the next
 * level, whoever stood in; {@code null} where nobody is above
 * @param because why it came to them, Spanish sentences
 */
public record ReachedLevel(int level, String groupId, UserId personId, UserId wantedId, String because) {
}
