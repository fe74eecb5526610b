/**
 * Steps that process owners add to models: the model says all of it, and no class is
 * written.
 */
@NamedInterface("stage")
package dev.escala.engine.stage;

import org.springframework.modulith.NamedInterface;
