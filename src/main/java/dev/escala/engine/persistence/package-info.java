/** What Escala changes in the tables of the engine. Knows nothing of the rest of it. */
@NamedInterface("persistence")
package dev.escala.engine.persistence;

import org.springframework.modulith.NamedInterface;
