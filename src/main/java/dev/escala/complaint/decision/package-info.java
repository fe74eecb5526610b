/**
 * What a complaint gives its decision: the round it is in, whose fault it was and what
 * was granted. Decides nothing itself, and knows neither its process nor its pages.
 */
package dev.escala.complaint.decision;
