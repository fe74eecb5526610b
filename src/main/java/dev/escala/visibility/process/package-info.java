/** The engine's side of who sees what. Knows no process and no task by its name. */
package dev.escala.visibility.process;
