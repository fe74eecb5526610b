/**
 * Messages to people: queued in the caller's transaction, sent afterwards, each once.
 * Knows nothing of what it tells.
 */
package dev.escala.notification;
