/**
 * What of each model has been in force, how versions differ, and the way back to an
 * earlier one. Knows no rule of the gate, which what goes back passes as everything does,
 * and not who looks.
 */
package dev.escala.modelversion;
