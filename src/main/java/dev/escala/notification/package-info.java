/** Messages to people: queued in the caller's transaction, sent afterwards, each once. */
package dev.escala.notification;
