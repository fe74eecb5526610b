/** The cards over HTTP. Decides nothing. */
package dev.escala.card.web;
