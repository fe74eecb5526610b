/**
 * What anybody may know before they complain: by which ways, when, until when they are
 * answered and where else they can go (Ley 10/2025, art. 5). Knows no complaint.
 */
package dev.escala.complaint.information;
