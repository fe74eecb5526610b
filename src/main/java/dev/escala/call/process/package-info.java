/**
 * The engine's side of calls: who calls, and what they need for it. Decides nothing.
 */
package dev.escala.call.process;
