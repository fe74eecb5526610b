/** The engine's side of levels: a clock that passes unmet takes its matter up. */
package dev.escala.level.process;
