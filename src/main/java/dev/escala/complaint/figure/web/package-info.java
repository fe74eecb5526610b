/** The figures of complaints in the browser and over HTTP. Computes none of them. */
package dev.escala.complaint.figure.web;
