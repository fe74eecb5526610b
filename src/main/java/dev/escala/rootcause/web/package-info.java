/** Analyses over HTTP, for staff. Decides nothing. */
package dev.escala.rootcause.web;
