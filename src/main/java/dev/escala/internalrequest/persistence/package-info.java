/** Internal requests in the database. */
package dev.escala.internalrequest.persistence;
