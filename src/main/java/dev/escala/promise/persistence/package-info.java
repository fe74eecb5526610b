/** Promises and proposals in the database. */
package dev.escala.promise.persistence;
