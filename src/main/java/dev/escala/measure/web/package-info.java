/** Measures over HTTP. Decides nothing. */
package dev.escala.measure.web;
