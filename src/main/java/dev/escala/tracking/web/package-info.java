/** The customer's page over HTTP. */
package dev.escala.tracking.web;
