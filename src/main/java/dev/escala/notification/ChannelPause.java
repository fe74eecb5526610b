package dev.escala.notification;

import java.time.Instant;

/**
 * A channel that this node leaves alone for a while, because its server does not answer.
 *
 * @param server the server, as the subject of a Spanish sentence
 * @param since the first failure
 * @param until when one message tries again
 * @param askedToWait whether the server itself asked for it
 */
public record ChannelPause(String server, Instant since, Instant until, boolean askedToWait) {
}
