/**
 * The receipt that proves what a customer complained of and when. Knows no process, and
 * neither counts nor decides anything.
 */
@NamedInterface("receipt")
package dev.escala.complaint.receipt;

import org.springframework.modulith.NamedInterface;
