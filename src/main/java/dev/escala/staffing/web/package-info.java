/** The staff, their absences and their duty over HTTP. */
package dev.escala.staffing.web;
