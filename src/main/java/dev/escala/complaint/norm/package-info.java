/**
 * Complaints of which no norm is known: supervision looks for it (once each). Knows the
 * terms of a complaint, and neither counts nor changes them.
 */
@NamedInterface("norm")
package dev.escala.complaint.norm;

import org.springframework.modulith.NamedInterface;
