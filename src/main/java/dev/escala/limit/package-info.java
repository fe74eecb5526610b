/**
 * Lets whoever tries something too often wait, on all nodes together. Knows nothing of
 * what is tried.
 */
package dev.escala.limit;
