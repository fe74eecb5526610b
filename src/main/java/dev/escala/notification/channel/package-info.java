/**
 * Empties the outbox, each queue by itself, and says honestly what became of each
 * message. Knows nobody who writes messages.
 */
@NamedInterface("channel")
package dev.escala.notification.channel;

import org.springframework.modulith.NamedInterface;
