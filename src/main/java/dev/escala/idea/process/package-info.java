/**
 * The engine's side of ideas: the day of the decision and who decides. Decides nothing.
 */
package dev.escala.idea.process;
