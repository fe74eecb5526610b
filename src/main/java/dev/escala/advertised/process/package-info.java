/**
 * The engine's side of public promises: who enters a figure and who mends what is not
 * kept. Decides nothing.
 */
package dev.escala.advertised.process;
