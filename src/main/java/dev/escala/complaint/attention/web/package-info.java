/** Who asked for a human or a supervisor, over HTTP. Decides nothing itself. */
package dev.escala.complaint.attention.web;
