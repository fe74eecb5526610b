/** Whether the database answers, and what people and logs hear while it does not. */
package dev.escala.database;
