/** The process of a delivery, its tasks and its timer. Decides nothing. */
package dev.escala.pursuit.won.process;
