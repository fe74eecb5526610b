/**
 * Reviews as the engine runs them: one process for each, one job for each group. Decides
 * nothing.
 */
package dev.escala.review.process;
