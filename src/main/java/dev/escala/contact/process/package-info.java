/**
 * The engine's side of contacts: who replies, and who speaks to the customer. Decides
 * nothing.
 */
package dev.escala.contact.process;
