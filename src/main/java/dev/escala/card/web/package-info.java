/** The cards over HTTP. */
package dev.escala.card.web;
