/** The staff, their absences and their duty over HTTP. Decides nothing. */
package dev.escala.staffing.web;
