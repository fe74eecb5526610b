/**
 * Draws a process or a table as its owner drew it. Knows no case, no history and not who
 * looks.
 */
package dev.escala.diagram;
