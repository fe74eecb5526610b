/** Internal requests in the database. Knows no rule about them. */
package dev.escala.internalrequest.persistence;
