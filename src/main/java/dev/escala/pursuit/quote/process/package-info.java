/** The process of a quote, from the gate to the letter. Decides nothing. */
package dev.escala.pursuit.quote.process;
