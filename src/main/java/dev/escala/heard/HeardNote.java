package dev.escala.heard;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * A note about the market.
 *
 * @param id our own id
 * @param text what was said
 * @param customer who said it, as it was typed, or {@code null}
 * @param about what it is about, or {@code null}
 * @param place where it was heard, or {@code null}
 * @param author user id of who heard it
 * @param recordedAt when it was written down
 */
public record HeardNote(long id, String text, String customer, String about, String place, UserId author,
		Instant recordedAt) {

}
