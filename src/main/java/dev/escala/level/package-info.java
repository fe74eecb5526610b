/**
 * How a matter goes up the hierarchy, and who gets it there. Knows no kind of matter, and
 * nobody who is told of it.
 */
package dev.escala.level;
