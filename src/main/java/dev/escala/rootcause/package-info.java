/**
 * The root-cause analysis: the internal one, and the customer's version composed from it.
 */
package dev.escala.rootcause;
