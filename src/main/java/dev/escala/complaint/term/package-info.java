/**
 * The terms that run for a complaint, and what becomes of them. Decides no complaint.
 */
@NamedInterface("term")
package dev.escala.complaint.term;

import org.springframework.modulith.NamedInterface;
