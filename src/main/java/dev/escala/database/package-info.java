/**
 * How our own code reads and writes PostgreSQL. Knows no table, no module and nothing of
 * what the rows mean.
 */
package dev.escala.database;
