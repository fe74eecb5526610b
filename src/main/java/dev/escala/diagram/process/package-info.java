/** What the engine knows of a model and of how a process went. Draws nothing. */
package dev.escala.diagram.process;
