/** Cases in the database. Knows no rule about them. */
package dev.escala.escalation.persistence;
