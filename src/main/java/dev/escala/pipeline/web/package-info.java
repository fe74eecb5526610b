/** Prospects, competitors of customers and one's own interests over HTTP. */
package dev.escala.pipeline.web;
