/** Prospects and opportunities in the database. Knows no rule about them. */
package dev.escala.pursuit.persistence;
