/** The user tasks of a complaint, a class each. Decides nothing. */
package dev.escala.complaint.process.task;
