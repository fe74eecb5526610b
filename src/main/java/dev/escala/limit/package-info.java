/**
 * Bounds what others take of us: whoever tries something too often waits, on all nodes
 * together, and a conversation with another server has an end. Knows nothing of what is
 * tried or said.
 */
package dev.escala.limit;
