/** What people see of a complaint. Changes nothing. */
package dev.escala.complaint.view;
