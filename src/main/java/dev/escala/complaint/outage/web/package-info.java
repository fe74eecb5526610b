/** Mass faults over HTTP and in the browser. Decides nothing itself. */
package dev.escala.complaint.outage.web;
