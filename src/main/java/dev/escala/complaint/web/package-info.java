/**
 * Complaints over HTTP and in the browser. Decides and counts nothing itself.
 */
package dev.escala.complaint.web;
