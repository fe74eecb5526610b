/** The guide and what goes with it, to be read in the application. Knows no feature. */
package dev.escala.help;
