/** What the engine knows of a model and of how a process went. Draws nothing. */
@NamedInterface("process")
package dev.escala.diagram.process;

import org.springframework.modulith.NamedInterface;
