/**
 * The engine's side of calls back: who calls, by when, and what they need. Decides
 * nothing.
 */
package dev.escala.complaint.attention.process;
