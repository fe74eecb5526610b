/**
 * Promises to customers: a date and a content that count from when the customer agrees,
 * with the history of every date that was proposed, until they are kept or broken. Knows
 * no kind of matter.
 */
package dev.escala.promise;
