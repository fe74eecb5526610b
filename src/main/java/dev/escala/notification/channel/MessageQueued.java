package dev.escala.notification.channel;

import dev.escala.notification.Lane;

/**
 * A message waits to be sent, once the transaction that queued it has committed.
 *
 * @param lane the queue
 */
public record MessageQueued(Lane lane) {
}
