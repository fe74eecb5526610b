/** The evidence of a complaint over HTTP. Decides nothing of what it says. */
package dev.escala.complaint.evidence.web;
