/**
 * Takes incidents from ServiceNow's export of its audit table: what the decision {@code
 * escalationIntake} escalates becomes a case. Nobody else knows it.
 */
package dev.escala.servicenow;
