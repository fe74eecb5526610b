/** The process of a delivery and its task. Decides nothing. */
package dev.escala.pursuit.won.process;
