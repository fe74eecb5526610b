/** Quotes on the card of an opportunity, ready to be read. Decides nothing. */
package dev.escala.pursuit.quote.view;
