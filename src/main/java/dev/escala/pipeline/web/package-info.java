/**
 * Prospects, competitors of customers and one's own interests over HTTP. Decides nothing.
 */
package dev.escala.pipeline.web;
