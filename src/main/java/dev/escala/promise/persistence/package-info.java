/** Promises and proposals in the database. Knows no rule about them. */
package dev.escala.promise.persistence;
