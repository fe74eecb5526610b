/**
 * What anybody may know before they complain (Ley 10/2025, art. 5): the ways and the
 * times, and where else to go. Knows no complaint.
 */
package dev.escala.complaint.information;
