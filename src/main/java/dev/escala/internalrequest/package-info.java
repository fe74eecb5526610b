/**
 * Internal requests: whoever is about to commit asks first, gets an answer or a date for
 * it, and the reason is kept. Talks to the engine only in {@code process}.
 */
package dev.escala.internalrequest;
