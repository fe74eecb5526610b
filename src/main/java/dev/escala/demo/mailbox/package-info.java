/**
 * A mail server and a mailbox in the browser, so that nobody needs a mail server to try
 * Escala.
 */
package dev.escala.demo.mailbox;
