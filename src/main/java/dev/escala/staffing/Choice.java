package dev.escala.staffing;

import java.util.List;

import dev.escala.reference.UserId;

/**
 * Who gets a piece of work.
 *
 * @param personId the person, or {@code null} where the group shares it
 * @param groupId the group that may take it in any case
 * @param because how it came to that, in order: Spanish sentences, at least one
 */
public record Choice(UserId personId, String groupId, List<String> because) {
}
