/**
 * The engine's side of levels: a clock that passes unmet takes its matter up. Decides
 * nothing.
 */
package dev.escala.level.process;
