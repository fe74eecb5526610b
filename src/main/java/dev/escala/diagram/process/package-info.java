/** What the engine knows of how a process went. Draws nothing. */
package dev.escala.diagram.process;
