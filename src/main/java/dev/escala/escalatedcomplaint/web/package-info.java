/** Escalations of complaints over HTTP. Decides nothing itself. */
package dev.escala.escalatedcomplaint.web;
