/**
 * Which ways processes took, and how long their tasks waited, kept in a table of ours.
 * Knows the engine and no feature.
 */
@NamedInterface("path")
package dev.escala.engine.path;

import org.springframework.modulith.NamedInterface;
