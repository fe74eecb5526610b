/** The process of a practice, its tasks and its timer. Decides nothing. */
package dev.escala.pursuit.coaching.process;
