/**
 * Complaints, answered within the law: a customer says that something is bad, whatever
 * the organisation calls it. Knows no escalation.
 */
package dev.escala.complaint;
