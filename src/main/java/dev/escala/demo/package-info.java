/**
 * What comes with Escala for trying it: a database, an organisation with cases, a
 * mailbox. Absent in production. Nobody else knows it.
 */
package dev.escala.demo;
