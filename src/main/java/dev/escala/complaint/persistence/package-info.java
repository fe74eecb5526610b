/** Complaints in the database. Knows no rule about them. */
package dev.escala.complaint.persistence;
