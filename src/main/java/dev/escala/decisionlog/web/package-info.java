/**
 * The register of decisions over HTTP: a page for all staff, and the same as an API.
 * Decides nothing.
 */
package dev.escala.decisionlog.web;
