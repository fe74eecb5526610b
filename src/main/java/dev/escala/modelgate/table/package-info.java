/**
 * Judges decision tables: cells that mean something else than they look, answers that
 * nobody can use, holes and overlaps. Knows of what a decision is asked only what its
 * {@code DecisionContract} says.
 */
@NamedInterface("table")
package dev.escala.modelgate.table;

import org.springframework.modulith.NamedInterface;
