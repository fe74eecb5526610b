/**
 * Whether a process gets from its start to its end, on time, and as it looks. Knows no
 * engine.
 */
package dev.escala.modelgate.flow;
