/**
 * Takes incidents from ServiceNow's export of its audit table: what the decision
 * {@code escalationIntake} escalates becomes a case.
 */
package dev.escala.servicenow;
