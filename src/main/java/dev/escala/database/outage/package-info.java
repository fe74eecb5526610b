/** What people and logs hear while the database does not answer. */
package dev.escala.database.outage;
