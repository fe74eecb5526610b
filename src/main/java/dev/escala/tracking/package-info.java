/**
 * The links with which customers see their own case: unguessable, expiring, revocable.
 * Knows nothing of cases but their numbers.
 */
package dev.escala.tracking;
