/** Expressions of models, read by the engine's own parser and never run. */
@NamedInterface("expression")
package dev.escala.engine.expression;

import org.springframework.modulith.NamedInterface;
