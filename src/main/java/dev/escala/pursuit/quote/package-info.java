/**
 * Quotes of an opportunity, each version a letter that the gate of commitments lets
 * leave. Knows no form and no page.
 */
package dev.escala.pursuit.quote;
