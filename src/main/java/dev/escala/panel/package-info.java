/**
 * What whoever leads looks at: what needs somebody now, and how the work goes week by
 * week. Reads the tables of all; changes nothing, and nothing depends on it.
 */
package dev.escala.panel;
