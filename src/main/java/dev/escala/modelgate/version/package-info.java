/**
 * What of each model has been in force, how versions differ, and the way back to an
 * earlier one. Knows no rule of the gate: what goes back in passes it as everything does.
 */
package dev.escala.modelgate.version;
