/** Quotes over HTTP. Decides nothing. */
package dev.escala.pursuit.quote.web;
