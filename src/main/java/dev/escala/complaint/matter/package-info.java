/**
 * A complaint as a matter: how it plugs into the rooms that work on any. Nobody else of
 * the complaint knows this package.
 */
package dev.escala.complaint.matter;
