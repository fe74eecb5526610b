/** The customer's page over HTTP. Decides nothing. */
package dev.escala.tracking.web;
