/** Analyses in the database. Knows no step of their way. */
package dev.escala.rootcause.persistence;
