/**
 * Mail that customers write: fetched from the mailbox, kept, and given to the case that
 * it is about, or to a person who decides.
 */
package dev.escala.inbound;
