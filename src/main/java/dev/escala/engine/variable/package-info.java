/** What processes remember. Knows the engine and no feature. */
@NamedInterface("variable")
package dev.escala.engine.variable;

import org.springframework.modulith.NamedInterface;
