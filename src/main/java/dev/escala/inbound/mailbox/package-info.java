/** Fetches mails from the server, one node at a time, and loses none. */
package dev.escala.inbound.mailbox;
