/**
 * The root-cause analysis: the internal one, and the customer's version composed from it.
 * Knows no kind of matter.
 */
package dev.escala.rootcause;
