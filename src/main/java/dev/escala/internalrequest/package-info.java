/**
 * Internal requests: whoever is about to commit asks first, and the reason is kept. Knows
 * no escalation; talks to the engine only in {@code process}.
 */
package dev.escala.internalrequest;
